// Every embedded file is listed here twice: its bytes, then its row in the table.
// A test compares the table with the folders, so that a forgotten file is found.
#include "CResources.h"

static const unsigned char central_roles[] = {
#embed "../CentralStore/Migrations/roles.sql"
};
static const unsigned char central_0001[] = {
#embed "../CentralStore/Migrations/0001-tables.sql"
};
static const unsigned char central_0002[] = {
#embed "../CentralStore/Migrations/0002-reading.sql"
};
static const unsigned char central_0003[] = {
#embed "../CentralStore/Migrations/0003-rows.sql"
};
static const unsigned char central_0004[] = {
#embed "../CentralStore/Migrations/0004-push.sql"
};
static const unsigned char central_0005[] = {
#embed "../CentralStore/Migrations/0005-pull.sql"
};
static const unsigned char central_0006[] = {
#embed "../CentralStore/Migrations/0006-queue.sql"
};
static const unsigned char central_0007[] = {
#embed "../CentralStore/Migrations/0007-queue-on-the-wire.sql"
};
static const unsigned char central_0008[] = {
#embed "../CentralStore/Migrations/0008-staff.sql"
};
static const unsigned char central_0009[] = {
#embed "../CentralStore/Migrations/0009-messages.sql"
};
static const unsigned char central_0010[] = {
#embed "../CentralStore/Migrations/0010-feedback.sql"
};
static const unsigned char central_0011[] = {
#embed "../CentralStore/Migrations/0011-call.sql"
};
static const unsigned char central_0012[] = {
#embed "../CentralStore/Migrations/0012-remarks.sql"
};
static const unsigned char central_0013[] = {
#embed "../CentralStore/Migrations/0013-quicker.sql"
};
static const unsigned char central_0014[] = {
#embed "../CentralStore/Migrations/0014-call-reads-once.sql"
};
static const unsigned char central_0015[] = {
#embed "../CentralStore/Migrations/0015-months-and-words.sql"
};
static const unsigned char central_0016[] = {
#embed "../CentralStore/Migrations/0016-calls-and-tokens.sql"
};
static const unsigned char calendar_2025[] = {
#embed "../Catalogue/Resources/Calendar/2025.json5"
};
static const unsigned char calendar_2026[] = {
#embed "../Catalogue/Resources/Calendar/2026.json5"
};
static const unsigned char calendar_2027[] = {
#embed "../Catalogue/Resources/Calendar/2027.json5"
};
static const unsigned char contexts_cpsv_ap_2[] = {
#embed "../CPSVAP/Resources/cpsv-ap-2.jsonld"
};
static const unsigned char contexts_cpsv_ap[] = {
#embed "../CPSVAP/Resources/cpsv-ap-3.2.jsonld"
};
static const unsigned char documents_building_land[] = {
#embed "../Catalogue/Resources/Documents/building-land.json5"
};
static const unsigned char documents_care_and_court[] = {
#embed "../Catalogue/Resources/Documents/care-and-court.json5"
};
static const unsigned char documents_education[] = {
#embed "../Catalogue/Resources/Documents/education.json5"
};
static const unsigned char documents_family[] = {
#embed "../Catalogue/Resources/Documents/family.json5"
};
static const unsigned char documents_identity[] = {
#embed "../Catalogue/Resources/Documents/identity.json5"
};
static const unsigned char documents_military_migration[] = {
#embed "../Catalogue/Resources/Documents/military-migration.json5"
};
static const unsigned char documents_property_business[] = {
#embed "../Catalogue/Resources/Documents/property-business.json5"
};
static const unsigned char documents_social[] = {
#embed "../Catalogue/Resources/Documents/social.json5"
};
static const unsigned char documents_vehicles_debts[] = {
#embed "../Catalogue/Resources/Documents/vehicles-debts.json5"
};
static const unsigned char documents_work[] = {
#embed "../Catalogue/Resources/Documents/work.json5"
};
static const unsigned char services_bereavement[] = {
#embed "../Catalogue/Resources/Services/bereavement.json5"
};
static const unsigned char services_business_life[] = {
#embed "../Catalogue/Resources/Services/business-life.json5"
};
static const unsigned char services_business[] = {
#embed "../Catalogue/Resources/Services/business.json5"
};
static const unsigned char services_care[] = {
#embed "../Catalogue/Resources/Services/care.json5"
};
static const unsigned char services_child_leisure[] = {
#embed "../Catalogue/Resources/Services/child-leisure.json5"
};
static const unsigned char services_civil_registry[] = {
#embed "../Catalogue/Resources/Services/civil-registry.json5"
};
static const unsigned char services_debts[] = {
#embed "../Catalogue/Resources/Services/debts.json5"
};
static const unsigned char services_disability[] = {
#embed "../Catalogue/Resources/Services/disability.json5"
};
static const unsigned char services_education[] = {
#embed "../Catalogue/Resources/Services/education.json5"
};
static const unsigned char services_employment[] = {
#embed "../Catalogue/Resources/Services/employment.json5"
};
static const unsigned char services_family_law[] = {
#embed "../Catalogue/Resources/Services/family-law.json5"
};
static const unsigned char services_family[] = {
#embed "../Catalogue/Resources/Services/family.json5"
};
static const unsigned char services_guardianship[] = {
#embed "../Catalogue/Resources/Services/guardianship.json5"
};
static const unsigned char services_hardship[] = {
#embed "../Catalogue/Resources/Services/hardship.json5"
};
static const unsigned char services_home_construction[] = {
#embed "../Catalogue/Resources/Services/home-construction.json5"
};
static const unsigned char services_housing[] = {
#embed "../Catalogue/Resources/Services/housing.json5"
};
static const unsigned char services_identity[] = {
#embed "../Catalogue/Resources/Services/identity.json5"
};
static const unsigned char services_land[] = {
#embed "../Catalogue/Resources/Services/land.json5"
};
static const unsigned char services_migration[] = {
#embed "../Catalogue/Resources/Services/migration.json5"
};
static const unsigned char services_passport_extras[] = {
#embed "../Catalogue/Resources/Services/passport-extras.json5"
};
static const unsigned char services_pension[] = {
#embed "../Catalogue/Resources/Services/pension.json5"
};
static const unsigned char services_property[] = {
#embed "../Catalogue/Resources/Services/property.json5"
};
static const unsigned char services_residence[] = {
#embed "../Catalogue/Resources/Services/residence.json5"
};
static const unsigned char services_staff[] = {
#embed "../Catalogue/Resources/Services/staff.json5"
};
static const unsigned char services_vehicles[] = {
#embed "../Catalogue/Resources/Services/vehicles.json5"
};
static const unsigned char services_veterans[] = {
#embed "../Catalogue/Resources/Services/veterans.json5"
};
static const unsigned char situations_adoption_and_guardianship[] = {
#embed "../Catalogue/Resources/Situations/adoption-and-guardianship.json5"
};
static const unsigned char situations_birth_of_child[] = {
#embed "../Catalogue/Resources/Situations/birth-of-child.json5"
};
static const unsigned char situations_business_closure[] = {
#embed "../Catalogue/Resources/Situations/business-closure.json5"
};
static const unsigned char situations_business_start[] = {
#embed "../Catalogue/Resources/Situations/business-start.json5"
};
static const unsigned char situations_car_purchase[] = {
#embed "../Catalogue/Resources/Situations/car-purchase.json5"
};
static const unsigned char situations_caregiving[] = {
#embed "../Catalogue/Resources/Situations/caregiving.json5"
};
static const unsigned char situations_change_of_residence[] = {
#embed "../Catalogue/Resources/Situations/change-of-residence.json5"
};
static const unsigned char situations_child_disability[] = {
#embed "../Catalogue/Resources/Situations/child-disability.json5"
};
static const unsigned char situations_child_leisure[] = {
#embed "../Catalogue/Resources/Situations/child-leisure.json5"
};
static const unsigned char situations_combat_veteran_and_family[] = {
#embed "../Catalogue/Resources/Situations/combat-veteran-and-family.json5"
};
static const unsigned char situations_disability[] = {
#embed "../Catalogue/Resources/Situations/disability.json5"
};
static const unsigned char situations_divorce[] = {
#embed "../Catalogue/Resources/Situations/divorce.json5"
};
static const unsigned char situations_driving_licence[] = {
#embed "../Catalogue/Resources/Situations/driving-licence.json5"
};
static const unsigned char situations_emergency_victim[] = {
#embed "../Catalogue/Resources/Situations/emergency-victim.json5"
};
static const unsigned char situations_foreign_citizen[] = {
#embed "../Catalogue/Resources/Situations/foreign-citizen.json5"
};
static const unsigned char situations_foreign_travel[] = {
#embed "../Catalogue/Resources/Situations/foreign-travel.json5"
};
static const unsigned char situations_higher_education[] = {
#embed "../Catalogue/Resources/Situations/higher-education.json5"
};
static const unsigned char situations_home_construction[] = {
#embed "../Catalogue/Resources/Situations/home-construction.json5"
};
static const unsigned char situations_home_purchase[] = {
#embed "../Catalogue/Resources/Situations/home-purchase.json5"
};
static const unsigned char situations_housing_and_utilities[] = {
#embed "../Catalogue/Resources/Situations/housing-and-utilities.json5"
};
static const unsigned char situations_inheritance[] = {
#embed "../Catalogue/Resources/Situations/inheritance.json5"
};
static const unsigned char situations_job_loss[] = {
#embed "../Catalogue/Resources/Situations/job-loss.json5"
};
static const unsigned char situations_kindergarten[] = {
#embed "../Catalogue/Resources/Situations/kindergarten.json5"
};
static const unsigned char situations_labour_veteran[] = {
#embed "../Catalogue/Resources/Situations/labour-veteran.json5"
};
static const unsigned char situations_land_plot[] = {
#embed "../Catalogue/Resources/Situations/land-plot.json5"
};
static const unsigned char situations_loss_of_relative[] = {
#embed "../Catalogue/Resources/Situations/loss-of-relative.json5"
};
static const unsigned char situations_lost_documents[] = {
#embed "../Catalogue/Resources/Situations/lost-documents.json5"
};
static const unsigned char situations_low_income[] = {
#embed "../Catalogue/Resources/Situations/low-income.json5"
};
static const unsigned char situations_marriage[] = {
#embed "../Catalogue/Resources/Situations/marriage.json5"
};
static const unsigned char situations_multi_child_family[] = {
#embed "../Catalogue/Resources/Situations/multi-child-family.json5"
};
static const unsigned char situations_name_change[] = {
#embed "../Catalogue/Resources/Situations/name-change.json5"
};
static const unsigned char situations_passport_by_age[] = {
#embed "../Catalogue/Resources/Situations/passport-by-age.json5"
};
static const unsigned char situations_personal_bankruptcy[] = {
#embed "../Catalogue/Resources/Situations/personal-bankruptcy.json5"
};
static const unsigned char situations_retirement[] = {
#embed "../Catalogue/Resources/Situations/retirement.json5"
};
static const unsigned char situations_school[] = {
#embed "../Catalogue/Resources/Situations/school.json5"
};
static const unsigned char situations_self_employment[] = {
#embed "../Catalogue/Resources/Situations/self-employment.json5"
};
static const unsigned char situations_staff_development[] = {
#embed "../Catalogue/Resources/Situations/staff-development.json5"
};
static const unsigned char situations_staff_feedback[] = {
#embed "../Catalogue/Resources/Situations/staff-feedback.json5"
};
static const unsigned char situations_staff_onboarding[] = {
#embed "../Catalogue/Resources/Situations/staff-onboarding.json5"
};
static const unsigned char facts_bereavement[] = {
#embed "../Catalogue/Resources/Facts/bereavement.json5"
};
static const unsigned char facts_building_land[] = {
#embed "../Catalogue/Resources/Facts/building-land.json5"
};
static const unsigned char facts_children[] = {
#embed "../Catalogue/Resources/Facts/children.json5"
};
static const unsigned char facts_debts_hardship[] = {
#embed "../Catalogue/Resources/Facts/debts-hardship.json5"
};
static const unsigned char facts_disability_care[] = {
#embed "../Catalogue/Resources/Facts/disability-care.json5"
};
static const unsigned char facts_documents[] = {
#embed "../Catalogue/Resources/Facts/documents.json5"
};
static const unsigned char facts_facts[] = {
#embed "../Catalogue/Resources/Facts/facts.json5"
};
static const unsigned char facts_guardianship[] = {
#embed "../Catalogue/Resources/Facts/guardianship.json5"
};
static const unsigned char facts_home[] = {
#embed "../Catalogue/Resources/Facts/home.json5"
};
static const unsigned char facts_marriage_names[] = {
#embed "../Catalogue/Resources/Facts/marriage-names.json5"
};
static const unsigned char facts_migration[] = {
#embed "../Catalogue/Resources/Facts/migration.json5"
};
static const unsigned char facts_pension_veterans[] = {
#embed "../Catalogue/Resources/Facts/pension-veterans.json5"
};
static const unsigned char facts_regions[] = {
#embed "../Catalogue/Resources/Facts/regions.json5"
};
static const unsigned char facts_staff_vehicles[] = {
#embed "../Catalogue/Resources/Facts/staff-vehicles.json5"
};
static const unsigned char facts_study[] = {
#embed "../Catalogue/Resources/Facts/study.json5"
};
static const unsigned char facts_work_business[] = {
#embed "../Catalogue/Resources/Facts/work-business.json5"
};
static const unsigned char parameters_business[] = {
#embed "../Catalogue/Resources/Parameters/business.json5"
};
static const unsigned char parameters_debts[] = {
#embed "../Catalogue/Resources/Parameters/debts.json5"
};
static const unsigned char parameters_family[] = {
#embed "../Catalogue/Resources/Parameters/family.json5"
};
static const unsigned char parameters_social[] = {
#embed "../Catalogue/Resources/Parameters/social.json5"
};
static const unsigned char rules_bereavement[] = {
#embed "../Catalogue/Resources/Rules/bereavement.json5"
};
static const unsigned char rules_business_life[] = {
#embed "../Catalogue/Resources/Rules/business-life.json5"
};
static const unsigned char rules_business[] = {
#embed "../Catalogue/Resources/Rules/business.json5"
};
static const unsigned char rules_care[] = {
#embed "../Catalogue/Resources/Rules/care.json5"
};
static const unsigned char rules_child_leisure[] = {
#embed "../Catalogue/Resources/Rules/child-leisure.json5"
};
static const unsigned char rules_civil_registry[] = {
#embed "../Catalogue/Resources/Rules/civil-registry.json5"
};
static const unsigned char rules_debts[] = {
#embed "../Catalogue/Resources/Rules/debts.json5"
};
static const unsigned char rules_disability[] = {
#embed "../Catalogue/Resources/Rules/disability.json5"
};
static const unsigned char rules_education[] = {
#embed "../Catalogue/Resources/Rules/education.json5"
};
static const unsigned char rules_employment[] = {
#embed "../Catalogue/Resources/Rules/employment.json5"
};
static const unsigned char rules_family_law[] = {
#embed "../Catalogue/Resources/Rules/family-law.json5"
};
static const unsigned char rules_family[] = {
#embed "../Catalogue/Resources/Rules/family.json5"
};
static const unsigned char rules_guardianship[] = {
#embed "../Catalogue/Resources/Rules/guardianship.json5"
};
static const unsigned char rules_hardship[] = {
#embed "../Catalogue/Resources/Rules/hardship.json5"
};
static const unsigned char rules_home_construction[] = {
#embed "../Catalogue/Resources/Rules/home-construction.json5"
};
static const unsigned char rules_housing[] = {
#embed "../Catalogue/Resources/Rules/housing.json5"
};
static const unsigned char rules_identity[] = {
#embed "../Catalogue/Resources/Rules/identity.json5"
};
static const unsigned char rules_land[] = {
#embed "../Catalogue/Resources/Rules/land.json5"
};
static const unsigned char rules_migration[] = {
#embed "../Catalogue/Resources/Rules/migration.json5"
};
static const unsigned char rules_passport_extras[] = {
#embed "../Catalogue/Resources/Rules/passport-extras.json5"
};
static const unsigned char rules_pension[] = {
#embed "../Catalogue/Resources/Rules/pension.json5"
};
static const unsigned char rules_property[] = {
#embed "../Catalogue/Resources/Rules/property.json5"
};
static const unsigned char rules_residence[] = {
#embed "../Catalogue/Resources/Rules/residence.json5"
};
static const unsigned char rules_staff[] = {
#embed "../Catalogue/Resources/Rules/staff.json5"
};
static const unsigned char rules_vehicles[] = {
#embed "../Catalogue/Resources/Rules/vehicles.json5"
};
static const unsigned char rules_veterans[] = {
#embed "../Catalogue/Resources/Rules/veterans.json5"
};
static const unsigned char offers_offers[] = {
#embed "../Catalogue/Resources/Offers/offers.json5"
};
static const unsigned char themes_day[] = {
#embed "../../Themes/day.json5"
};
static const unsigned char themes_night[] = {
#embed "../../Themes/night.json5"
};
static const unsigned char themes_contrast[] = {
#embed "../../Themes/contrast.json5"
};
static const unsigned char themes_colour_blind[] = {
#embed "../../Themes/colour-blind.json5"
};
static const unsigned char themes_mono[] = {
#embed "../../Themes/mono.json5"
};
static const unsigned char themes_console_16[] = {
#embed "../../Themes/console-16.json5"
};
static const unsigned char theme_training[] = {
#embed "../../Themes/Training/training.json5"
};
static const unsigned char lesson_first_day[] = {
#embed "../Training/Lessons/first-day.json5"
};
static const unsigned char lesson_birth_of_child[] = {
#embed "../Training/Lessons/birth-of-child.json5"
};
static const unsigned char lesson_grieving[] = {
#embed "../Training/Lessons/grieving.json5"
};
static const unsigned char lesson_lost_documents[] = {
#embed "../Training/Lessons/lost-documents.json5"
};
static const unsigned char lesson_wrong_paper[] = {
#embed "../Training/Lessons/wrong-paper.json5"
};
static const unsigned char lesson_priority_citizen[] = {
#embed "../Training/Lessons/priority-citizen.json5"
};
static const unsigned char lesson_refusal[] = {
#embed "../Training/Lessons/refusal.json5"
};
static const unsigned char lesson_proactive_offer[] = {
#embed "../Training/Lessons/proactive-offer.json5"
};
static const unsigned char lesson_angry_citizen[] = {
#embed "../Training/Lessons/angry-citizen.json5"
};
static const unsigned char lesson_queue_of_thirty[] = {
#embed "../Training/Lessons/queue-of-thirty.json5"
};
static const unsigned char lesson_link_cut[] = {
#embed "../Training/Lessons/link-cut.json5"
};
static const unsigned char lesson_after_outage[] = {
#embed "../Training/Lessons/after-outage.json5"
};
static const unsigned char lesson_supervisor_morning[] = {
#embed "../Training/Lessons/supervisor-morning.json5"
};

#define RESOURCE(group, name, bytes) {group, name, bytes, sizeof bytes}

static const okno_resource table[] = {
  RESOURCE("central", "roles.sql", central_roles),
  RESOURCE("central", "0001-tables.sql", central_0001),
  RESOURCE("central", "0002-reading.sql", central_0002),
  RESOURCE("central", "0003-rows.sql", central_0003),
  RESOURCE("central", "0004-push.sql", central_0004),
  RESOURCE("central", "0005-pull.sql", central_0005),
  RESOURCE("central", "0006-queue.sql", central_0006),
  RESOURCE("central", "0007-queue-on-the-wire.sql", central_0007),
  RESOURCE("central", "0008-staff.sql", central_0008),
  RESOURCE("central", "0009-messages.sql", central_0009),
  RESOURCE("central", "0010-feedback.sql", central_0010),
  RESOURCE("central", "0011-call.sql", central_0011),
  RESOURCE("central", "0012-remarks.sql", central_0012),
  RESOURCE("central", "0013-quicker.sql", central_0013),
  RESOURCE("central", "0014-call-reads-once.sql", central_0014),
  RESOURCE("central", "0015-months-and-words.sql", central_0015),
  RESOURCE("central", "0016-calls-and-tokens.sql", central_0016),
  RESOURCE("contexts", "cpsv-ap-2.jsonld", contexts_cpsv_ap_2),
  RESOURCE("contexts", "cpsv-ap-3.2.jsonld", contexts_cpsv_ap),
  RESOURCE("catalogue/documents", "building-land.json5", documents_building_land),
  RESOURCE("catalogue/documents", "care-and-court.json5", documents_care_and_court),
  RESOURCE("catalogue/documents", "education.json5", documents_education),
  RESOURCE("catalogue/documents", "family.json5", documents_family),
  RESOURCE("catalogue/documents", "identity.json5", documents_identity),
  RESOURCE("catalogue/documents", "military-migration.json5", documents_military_migration),
  RESOURCE("catalogue/documents", "property-business.json5", documents_property_business),
  RESOURCE("catalogue/documents", "social.json5", documents_social),
  RESOURCE("catalogue/documents", "vehicles-debts.json5", documents_vehicles_debts),
  RESOURCE("catalogue/documents", "work.json5", documents_work),
  RESOURCE("catalogue/services", "bereavement.json5", services_bereavement),
  RESOURCE("catalogue/services", "business-life.json5", services_business_life),
  RESOURCE("catalogue/services", "business.json5", services_business),
  RESOURCE("catalogue/services", "care.json5", services_care),
  RESOURCE("catalogue/services", "child-leisure.json5", services_child_leisure),
  RESOURCE("catalogue/services", "civil-registry.json5", services_civil_registry),
  RESOURCE("catalogue/services", "debts.json5", services_debts),
  RESOURCE("catalogue/services", "disability.json5", services_disability),
  RESOURCE("catalogue/services", "education.json5", services_education),
  RESOURCE("catalogue/services", "employment.json5", services_employment),
  RESOURCE("catalogue/services", "family-law.json5", services_family_law),
  RESOURCE("catalogue/services", "family.json5", services_family),
  RESOURCE("catalogue/services", "guardianship.json5", services_guardianship),
  RESOURCE("catalogue/services", "hardship.json5", services_hardship),
  RESOURCE("catalogue/services", "home-construction.json5", services_home_construction),
  RESOURCE("catalogue/services", "housing.json5", services_housing),
  RESOURCE("catalogue/services", "identity.json5", services_identity),
  RESOURCE("catalogue/services", "land.json5", services_land),
  RESOURCE("catalogue/services", "migration.json5", services_migration),
  RESOURCE("catalogue/services", "passport-extras.json5", services_passport_extras),
  RESOURCE("catalogue/services", "pension.json5", services_pension),
  RESOURCE("catalogue/services", "property.json5", services_property),
  RESOURCE("catalogue/services", "residence.json5", services_residence),
  RESOURCE("catalogue/services", "staff.json5", services_staff),
  RESOURCE("catalogue/services", "vehicles.json5", services_vehicles),
  RESOURCE("catalogue/services", "veterans.json5", services_veterans),
  RESOURCE("catalogue/situations", "adoption-and-guardianship.json5", situations_adoption_and_guardianship),
  RESOURCE("catalogue/situations", "birth-of-child.json5", situations_birth_of_child),
  RESOURCE("catalogue/situations", "business-closure.json5", situations_business_closure),
  RESOURCE("catalogue/situations", "business-start.json5", situations_business_start),
  RESOURCE("catalogue/situations", "car-purchase.json5", situations_car_purchase),
  RESOURCE("catalogue/situations", "caregiving.json5", situations_caregiving),
  RESOURCE("catalogue/situations", "change-of-residence.json5", situations_change_of_residence),
  RESOURCE("catalogue/situations", "child-disability.json5", situations_child_disability),
  RESOURCE("catalogue/situations", "child-leisure.json5", situations_child_leisure),
  RESOURCE("catalogue/situations", "combat-veteran-and-family.json5", situations_combat_veteran_and_family),
  RESOURCE("catalogue/situations", "disability.json5", situations_disability),
  RESOURCE("catalogue/situations", "divorce.json5", situations_divorce),
  RESOURCE("catalogue/situations", "driving-licence.json5", situations_driving_licence),
  RESOURCE("catalogue/situations", "emergency-victim.json5", situations_emergency_victim),
  RESOURCE("catalogue/situations", "foreign-citizen.json5", situations_foreign_citizen),
  RESOURCE("catalogue/situations", "foreign-travel.json5", situations_foreign_travel),
  RESOURCE("catalogue/situations", "higher-education.json5", situations_higher_education),
  RESOURCE("catalogue/situations", "home-construction.json5", situations_home_construction),
  RESOURCE("catalogue/situations", "home-purchase.json5", situations_home_purchase),
  RESOURCE("catalogue/situations", "housing-and-utilities.json5", situations_housing_and_utilities),
  RESOURCE("catalogue/situations", "inheritance.json5", situations_inheritance),
  RESOURCE("catalogue/situations", "job-loss.json5", situations_job_loss),
  RESOURCE("catalogue/situations", "kindergarten.json5", situations_kindergarten),
  RESOURCE("catalogue/situations", "labour-veteran.json5", situations_labour_veteran),
  RESOURCE("catalogue/situations", "land-plot.json5", situations_land_plot),
  RESOURCE("catalogue/situations", "loss-of-relative.json5", situations_loss_of_relative),
  RESOURCE("catalogue/situations", "lost-documents.json5", situations_lost_documents),
  RESOURCE("catalogue/situations", "low-income.json5", situations_low_income),
  RESOURCE("catalogue/situations", "marriage.json5", situations_marriage),
  RESOURCE("catalogue/situations", "multi-child-family.json5", situations_multi_child_family),
  RESOURCE("catalogue/situations", "name-change.json5", situations_name_change),
  RESOURCE("catalogue/situations", "passport-by-age.json5", situations_passport_by_age),
  RESOURCE("catalogue/situations", "personal-bankruptcy.json5", situations_personal_bankruptcy),
  RESOURCE("catalogue/situations", "retirement.json5", situations_retirement),
  RESOURCE("catalogue/situations", "school.json5", situations_school),
  RESOURCE("catalogue/situations", "self-employment.json5", situations_self_employment),
  RESOURCE("catalogue/situations", "staff-development.json5", situations_staff_development),
  RESOURCE("catalogue/situations", "staff-feedback.json5", situations_staff_feedback),
  RESOURCE("catalogue/situations", "staff-onboarding.json5", situations_staff_onboarding),
  RESOURCE("catalogue/facts", "bereavement.json5", facts_bereavement),
  RESOURCE("catalogue/facts", "building-land.json5", facts_building_land),
  RESOURCE("catalogue/facts", "children.json5", facts_children),
  RESOURCE("catalogue/facts", "debts-hardship.json5", facts_debts_hardship),
  RESOURCE("catalogue/facts", "disability-care.json5", facts_disability_care),
  RESOURCE("catalogue/facts", "documents.json5", facts_documents),
  RESOURCE("catalogue/facts", "facts.json5", facts_facts),
  RESOURCE("catalogue/facts", "guardianship.json5", facts_guardianship),
  RESOURCE("catalogue/facts", "home.json5", facts_home),
  RESOURCE("catalogue/facts", "marriage-names.json5", facts_marriage_names),
  RESOURCE("catalogue/facts", "migration.json5", facts_migration),
  RESOURCE("catalogue/facts", "pension-veterans.json5", facts_pension_veterans),
  RESOURCE("catalogue/facts", "regions.json5", facts_regions),
  RESOURCE("catalogue/facts", "staff-vehicles.json5", facts_staff_vehicles),
  RESOURCE("catalogue/facts", "study.json5", facts_study),
  RESOURCE("catalogue/facts", "work-business.json5", facts_work_business),
  RESOURCE("catalogue/parameters", "business.json5", parameters_business),
  RESOURCE("catalogue/parameters", "debts.json5", parameters_debts),
  RESOURCE("catalogue/parameters", "family.json5", parameters_family),
  RESOURCE("catalogue/parameters", "social.json5", parameters_social),
  RESOURCE("catalogue/rules", "bereavement.json5", rules_bereavement),
  RESOURCE("catalogue/rules", "business-life.json5", rules_business_life),
  RESOURCE("catalogue/rules", "business.json5", rules_business),
  RESOURCE("catalogue/rules", "care.json5", rules_care),
  RESOURCE("catalogue/rules", "child-leisure.json5", rules_child_leisure),
  RESOURCE("catalogue/rules", "civil-registry.json5", rules_civil_registry),
  RESOURCE("catalogue/rules", "debts.json5", rules_debts),
  RESOURCE("catalogue/rules", "disability.json5", rules_disability),
  RESOURCE("catalogue/rules", "education.json5", rules_education),
  RESOURCE("catalogue/rules", "employment.json5", rules_employment),
  RESOURCE("catalogue/rules", "family-law.json5", rules_family_law),
  RESOURCE("catalogue/rules", "family.json5", rules_family),
  RESOURCE("catalogue/rules", "guardianship.json5", rules_guardianship),
  RESOURCE("catalogue/rules", "hardship.json5", rules_hardship),
  RESOURCE("catalogue/rules", "home-construction.json5", rules_home_construction),
  RESOURCE("catalogue/rules", "housing.json5", rules_housing),
  RESOURCE("catalogue/rules", "identity.json5", rules_identity),
  RESOURCE("catalogue/rules", "land.json5", rules_land),
  RESOURCE("catalogue/rules", "migration.json5", rules_migration),
  RESOURCE("catalogue/rules", "passport-extras.json5", rules_passport_extras),
  RESOURCE("catalogue/rules", "pension.json5", rules_pension),
  RESOURCE("catalogue/rules", "property.json5", rules_property),
  RESOURCE("catalogue/rules", "residence.json5", rules_residence),
  RESOURCE("catalogue/rules", "staff.json5", rules_staff),
  RESOURCE("catalogue/rules", "vehicles.json5", rules_vehicles),
  RESOURCE("catalogue/rules", "veterans.json5", rules_veterans),
  RESOURCE("catalogue/calendar", "2025.json5", calendar_2025),
  RESOURCE("catalogue/calendar", "2026.json5", calendar_2026),
  RESOURCE("catalogue/calendar", "2027.json5", calendar_2027),
  RESOURCE("catalogue/offers", "offers.json5", offers_offers),
  // In the order in which the palette offers them.
  RESOURCE("themes", "day.json5", themes_day),
  RESOURCE("themes", "night.json5", themes_night),
  RESOURCE("themes", "contrast.json5", themes_contrast),
  RESOURCE("themes", "colour-blind.json5", themes_colour_blind),
  RESOURCE("themes", "mono.json5", themes_mono),
  RESOURCE("themes", "console-16.json5", themes_console_16),
  RESOURCE("themes/training", "training.json5", theme_training),
  // In the order in which they are taught.
  RESOURCE("training/lessons", "first-day.json5", lesson_first_day),
  RESOURCE("training/lessons", "birth-of-child.json5", lesson_birth_of_child),
  RESOURCE("training/lessons", "grieving.json5", lesson_grieving),
  RESOURCE("training/lessons", "lost-documents.json5", lesson_lost_documents),
  RESOURCE("training/lessons", "wrong-paper.json5", lesson_wrong_paper),
  RESOURCE("training/lessons", "priority-citizen.json5", lesson_priority_citizen),
  RESOURCE("training/lessons", "refusal.json5", lesson_refusal),
  RESOURCE("training/lessons", "proactive-offer.json5", lesson_proactive_offer),
  RESOURCE("training/lessons", "angry-citizen.json5", lesson_angry_citizen),
  RESOURCE("training/lessons", "queue-of-thirty.json5", lesson_queue_of_thirty),
  RESOURCE("training/lessons", "link-cut.json5", lesson_link_cut),
  RESOURCE("training/lessons", "after-outage.json5", lesson_after_outage),
  RESOURCE("training/lessons", "supervisor-morning.json5", lesson_supervisor_morning),
};

size_t okno_resource_count(void) { return sizeof table / sizeof *table; }

okno_resource okno_resource_at(size_t index) {
  return index < okno_resource_count() ? table[index] : (okno_resource){0};
}
