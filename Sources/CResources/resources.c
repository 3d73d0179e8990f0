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
static const unsigned char documents_family[] = {
#embed "../Catalogue/Resources/Documents/family.json5"
};
static const unsigned char documents_identity[] = {
#embed "../Catalogue/Resources/Documents/identity.json5"
};
static const unsigned char documents_property_business[] = {
#embed "../Catalogue/Resources/Documents/property-business.json5"
};
static const unsigned char documents_social[] = {
#embed "../Catalogue/Resources/Documents/social.json5"
};
static const unsigned char services_bereavement[] = {
#embed "../Catalogue/Resources/Services/bereavement.json5"
};
static const unsigned char services_business[] = {
#embed "../Catalogue/Resources/Services/business.json5"
};
static const unsigned char services_civil_registry[] = {
#embed "../Catalogue/Resources/Services/civil-registry.json5"
};
static const unsigned char services_disability[] = {
#embed "../Catalogue/Resources/Services/disability.json5"
};
static const unsigned char services_employment[] = {
#embed "../Catalogue/Resources/Services/employment.json5"
};
static const unsigned char services_family[] = {
#embed "../Catalogue/Resources/Services/family.json5"
};
static const unsigned char services_identity[] = {
#embed "../Catalogue/Resources/Services/identity.json5"
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
static const unsigned char situations_birth_of_child[] = {
#embed "../Catalogue/Resources/Situations/birth-of-child.json5"
};
static const unsigned char situations_business_start[] = {
#embed "../Catalogue/Resources/Situations/business-start.json5"
};
static const unsigned char situations_change_of_residence[] = {
#embed "../Catalogue/Resources/Situations/change-of-residence.json5"
};
static const unsigned char situations_disability[] = {
#embed "../Catalogue/Resources/Situations/disability.json5"
};
static const unsigned char situations_foreign_travel[] = {
#embed "../Catalogue/Resources/Situations/foreign-travel.json5"
};
static const unsigned char situations_home_purchase[] = {
#embed "../Catalogue/Resources/Situations/home-purchase.json5"
};
static const unsigned char situations_job_loss[] = {
#embed "../Catalogue/Resources/Situations/job-loss.json5"
};
static const unsigned char situations_loss_of_relative[] = {
#embed "../Catalogue/Resources/Situations/loss-of-relative.json5"
};
static const unsigned char situations_lost_documents[] = {
#embed "../Catalogue/Resources/Situations/lost-documents.json5"
};
static const unsigned char situations_marriage[] = {
#embed "../Catalogue/Resources/Situations/marriage.json5"
};
static const unsigned char situations_multi_child_family[] = {
#embed "../Catalogue/Resources/Situations/multi-child-family.json5"
};
static const unsigned char situations_retirement[] = {
#embed "../Catalogue/Resources/Situations/retirement.json5"
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
  RESOURCE("catalogue/documents", "family.json5", documents_family),
  RESOURCE("catalogue/documents", "identity.json5", documents_identity),
  RESOURCE("catalogue/documents", "property-business.json5", documents_property_business),
  RESOURCE("catalogue/documents", "social.json5", documents_social),
  RESOURCE("catalogue/services", "bereavement.json5", services_bereavement),
  RESOURCE("catalogue/services", "business.json5", services_business),
  RESOURCE("catalogue/services", "civil-registry.json5", services_civil_registry),
  RESOURCE("catalogue/services", "disability.json5", services_disability),
  RESOURCE("catalogue/services", "employment.json5", services_employment),
  RESOURCE("catalogue/services", "family.json5", services_family),
  RESOURCE("catalogue/services", "identity.json5", services_identity),
  RESOURCE("catalogue/services", "pension.json5", services_pension),
  RESOURCE("catalogue/services", "property.json5", services_property),
  RESOURCE("catalogue/services", "residence.json5", services_residence),
  RESOURCE("catalogue/situations", "birth-of-child.json5", situations_birth_of_child),
  RESOURCE("catalogue/situations", "business-start.json5", situations_business_start),
  RESOURCE("catalogue/situations", "change-of-residence.json5", situations_change_of_residence),
  RESOURCE("catalogue/situations", "disability.json5", situations_disability),
  RESOURCE("catalogue/situations", "foreign-travel.json5", situations_foreign_travel),
  RESOURCE("catalogue/situations", "home-purchase.json5", situations_home_purchase),
  RESOURCE("catalogue/situations", "job-loss.json5", situations_job_loss),
  RESOURCE("catalogue/situations", "loss-of-relative.json5", situations_loss_of_relative),
  RESOURCE("catalogue/situations", "lost-documents.json5", situations_lost_documents),
  RESOURCE("catalogue/situations", "marriage.json5", situations_marriage),
  RESOURCE("catalogue/situations", "multi-child-family.json5", situations_multi_child_family),
  RESOURCE("catalogue/situations", "retirement.json5", situations_retirement),
  // In the order in which the palette offers them.
  RESOURCE("themes", "day.json5", themes_day),
  RESOURCE("themes", "night.json5", themes_night),
  RESOURCE("themes", "contrast.json5", themes_contrast),
  RESOURCE("themes", "colour-blind.json5", themes_colour_blind),
  RESOURCE("themes", "mono.json5", themes_mono),
  RESOURCE("themes", "console-16.json5", themes_console_16),
};

size_t okno_resource_count(void) { return sizeof table / sizeof *table; }

okno_resource okno_resource_at(size_t index) {
  return index < okno_resource_count() ? table[index] : (okno_resource){0};
}
