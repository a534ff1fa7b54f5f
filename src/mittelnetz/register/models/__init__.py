"""The register's tables, one file per thing."""

from mittelnetz.register.models.distinctions import Distinction
from mittelnetz.register.models.documents import NetworkDocument
from mittelnetz.register.models.error_reports import ErrorReport
from mittelnetz.register.models.former_ids import FormerId
from mittelnetz.register.models.frameworks import Acknowledgement, FrameworkVersion
from mittelnetz.register.models.networks import (
    Complaint,
    Contribution,
    Fee,
    Network,
    NetworkRegion,
    NetworkSource,
    NetworkStatus,
    Pause,
)
from mittelnetz.register.models.organisations import (
    FederationPartnership,
    IntermediaryOverride,
    Organisation,
    OrganisationSource,
    ServiceArea,
)
from mittelnetz.register.models.partnerships import Contact, PartnerRequest, Partnership
from mittelnetz.register.models.ties import Cooperation, Nesting

__all__ = [
    "Acknowledgement",
    "Complaint",
    "Contact",
    "Contribution",
    "Cooperation",
    "Distinction",
    "ErrorReport",
    "FederationPartnership",
    "Fee",
    "FormerId",
    "FrameworkVersion",
    "IntermediaryOverride",
    "Nesting",
    "Network",
    "NetworkDocument",
    "NetworkRegion",
    "NetworkSource",
    "NetworkStatus",
    "Organisation",
    "OrganisationSource",
    "PartnerRequest",
    "Partnership",
    "Pause",
    "ServiceArea",
]
