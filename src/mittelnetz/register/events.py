"""Journal verbs of the register."""

from mittelnetz.core.journal import Event

ORGANISATION_ADDED = Event("register.organisation_added", is_public=True)
ORGANISATION_CHANGED = Event("register.organisation_changed", is_public=True)
ORGANISATION_PLACED = Event("register.organisation_placed_under", is_public=True)
SERVICE_AREA_CHANGED = Event("register.service_area_changed", is_public=True)
INTERMEDIARY_DECIDED = Event("register.intermediary_decided", is_public=True)
FEDERATION_PARTNERSHIP_BEGUN = Event("register.federation_partnership_begun", is_public=True)
FEDERATION_PARTNERSHIP_ENDED = Event("register.federation_partnership_ended", is_public=True)

NETWORK_FORMED = Event("register.network_formed", is_public=True)
NETWORK_CHANGED = Event("register.network_changed", is_public=True)
REGION_ADDED = Event("register.region_added", is_public=True)
REGION_ENDED = Event("register.region_ended", is_public=True)
NO_FEE_DECLARED = Event("register.no_mandatory_fee_declared", is_public=False)
FEE_BEGUN = Event("register.fee_begun", is_public=False)
FEE_ENDED = Event("register.fee_ended", is_public=False)
COMPLAINT_RECEIVED = Event("register.complaint_received", is_public=False)
COMPLAINT_UPHELD = Event("register.complaint_upheld", is_public=False)
COMPLAINT_REMEDIED = Event("register.complaint_remedied", is_public=False)
CONTRIBUTION_RECORDED = Event("register.contribution_recorded", is_public=False)

PARTNERSHIP_BEGUN = Event("register.partnership_begun", is_public=True)
PARTNERSHIP_ENDED = Event("register.partnership_ended", is_public=True)
LISTING_CHANGED = Event("register.listing_changed", is_public=True)
ASKED_TO_JOIN_FEDERATION = Event("register.asked_to_join_federation", is_public=False)
REQUEST_RECEIVED = Event("register.partner_request_received", is_public=False)
REQUEST_DECIDED = Event("register.partner_request_decided", is_public=False)
CONTACT_BEGUN = Event("register.contact_begun", is_public=True)
CONTACT_ENDED = Event("register.contact_ended", is_public=True)
CONTACT_SHOWING_CHANGED = Event("register.contact_showing_changed", is_public=True)

NESTING_PROPOSED = Event("register.nesting_proposed", is_public=True)
NESTING_CONSENTED = Event("register.nesting_consented", is_public=True)
NESTING_ENDED = Event("register.nesting_ended", is_public=True)
COOPERATION_BEGUN = Event("register.cooperation_begun", is_public=True)
COOPERATION_ENDED = Event("register.cooperation_ended", is_public=True)
FRAMEWORK_PUT_IN_FORCE = Event("register.framework_put_in_force", is_public=True)
FRAMEWORK_ACKNOWLEDGED = Event("register.framework_acknowledged", is_public=False)

ERROR_REPORTED = Event("register.error_reported", is_public=False)
