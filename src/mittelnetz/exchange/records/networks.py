"""Networks and everything on record about them."""

from mittelnetz.assessments.models import Answer, SelfAssessment
from mittelnetz.exchange.records.declaration import NORMS, REGIONS, Field, Rows, span
from mittelnetz.exchange.records.register import FOLDED_NAME, sources
from mittelnetz.exchange.values import AMOUNT, DAY, FLAG, TEXT, YEAR, word
from mittelnetz.register.models import (
    Acknowledgement,
    Complaint,
    Contact,
    Contribution,
    Fee,
    Network,
    NetworkRegion,
    NetworkSource,
    NetworkStatus,
    PartnerRequest,
    Partnership,
)
from mittelnetz.reporting.models import AnnualReport, Forwarding, ReportForm

_STATUS = Rows(
    "status",
    NetworkStatus,
    (Field("status", "status"), *span()),
    owner="network_id",
    names=(),
    first_day="since",
    once_at_a_time=(),
)

_REGIONS = Rows(
    "regions",
    NetworkRegion,
    (Field("code", "region_id", refers_to=REGIONS), *span()),
    owner="network_id",
    names=("code",),
    first_day="since",
    once_at_a_time=("code",),
)

_PARTNERS = Rows(
    "partners",
    Partnership,
    (
        Field("organisation", "organisation_id", refers_to="organisations"),
        *span(),
        Field("listed", "listed", FLAG),
        Field("asked_to_join_federation", "asked_to_join_federation_on", DAY),
        Rows(
            "acknowledged",
            Acknowledgement,
            (Field("document", "document"), Field("version", "version"), Field("on", "acknowledged_on", DAY)),
            owner="partnership_id",
            names=("document", "version"),
            first_day="on",
        ),
    ),
    owner="network_id",
    names=("organisation",),
    first_day="since",
    once_at_a_time=("organisation",),
)

_CONTACTS = Rows(
    "contacts",
    Contact,
    (
        Field("person", "person_id", refers_to="people"),
        Field("function", "function"),
        Field("organisation", "organisation_id", refers_to="organisations"),
        *span(),
        Field("shown", "shown", FLAG),
    ),
    owner="network_id",
    names=("person", "function"),
    first_day="since",
    once_at_a_time=("person", "function"),
)

_FEES = Rows(
    "fees",
    Fee,
    (Field("mandatory", "mandatory", FLAG), Field("amount", "amount", AMOUNT), *span()),
    owner="network_id",
    names=("mandatory",),
    first_day="since",
)

_PARTNER_REQUESTS = Rows(
    "partner_requests",
    PartnerRequest,
    (
        Field("organisation", "organisation_id", refers_to="organisations"),
        Field("received", "received_on", DAY),
        Field("decided", "decided_on", DAY),
        Field("outcome", "outcome"),
        Field("reason", "reason", TEXT),
    ),
    owner="network_id",
    names=("organisation",),
    first_day="received",
)

_ANNUAL_REPORTS = Rows(
    "annual_reports",
    AnnualReport,
    (
        Field("year", "year", YEAR),
        Field("submitted", "submitted_on", DAY),
        Field("form", "form", word(ReportForm.WRITTEN)),
    ),
    owner="network_id",
    names=("year",),
    first_day="submitted",
)

_SELF_ASSESSMENTS = Rows(
    "self_assessments",
    SelfAssessment,
    (
        Field("completed", "completed_on", DAY),
        Rows(
            "answers",
            Answer,
            (Field("criterion", "criterion"), Field("fulfilled", "fulfilled", FLAG), Field("comment", "comment", TEXT)),
            owner="assessment_id",
            names=("criterion",),
            keyed_by="criterion",
        ),
    ),
    owner="network_id",
    names=(),
    first_day="completed",
    position="position",
)

_COMPLAINTS = Rows(
    "complaints",
    Complaint,
    (
        Field("about", "about", refers_to=NORMS),
        Field("received", "received_on", DAY),
        Field("upheld", "upheld_on", DAY),
        Field("remedied", "remedied_on", DAY),
    ),
    owner="network_id",
    names=("about",),
    first_day="received",
)

_FORWARDINGS = Rows(
    "forwardings",
    Forwarding,
    (Field("bulletin", "bulletin_id", refers_to="bulletins"), Field("sent", "sent_on", DAY)),
    owner="network_id",
    names=("bulletin",),
    first_day="sent",
)

_CONTRIBUTIONS = Rows(
    "contributions",
    Contribution,
    (
        Field("amount", "amount", AMOUNT),
        Field("on", "received_on", DAY),
        Field("from", "giver_id", refers_to="organisations"),
        Field("purpose", "purpose"),
    ),
    owner="network_id",
    names=("from", "purpose"),
    first_day="on",
)

NETWORKS = Rows(
    "networks",
    Network,
    (
        Field("id", "id"),
        Field("name", "name"),
        Field("aims", "aims", TEXT),
        Field("approach", "approach", TEXT),
        Field("website", "website", TEXT),
        Field("records_since", "records_since", DAY),
        sources(NetworkSource, "network_id"),
        _STATUS,
        _REGIONS,
        _PARTNERS,
        _CONTACTS,
        _FEES,
        Field("no_mandatory_fee_declared", "no_mandatory_fee_declared_on", DAY),
        _PARTNER_REQUESTS,
        _ANNUAL_REPORTS,
        _SELF_ASSESSMENTS,
        _COMPLAINTS,
        _FORWARDINGS,
        _CONTRIBUTIONS,
    ),
    derived=(FOLDED_NAME,),
)
