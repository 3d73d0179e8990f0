// robot
