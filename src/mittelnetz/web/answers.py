"""The page behind a link in a mail that asks something: one button for each answer, and no account.

To open it changes nothing, so programs that follow links in mails answer nothing.
"""

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mittelnetz.access.answers import answering
from mittelnetz.core.refusals import Refused
from mittelnetz.core.signed_links import ExpiredError, ForgedError, open_token
from mittelnetz.core.throttle import TooMany, count_attempt
from mittelnetz.people.actors import uuid_of
from mittelnetz.register.answers import Given
from mittelnetz.register.questions import find_question
from mittelnetz.register.questions.entries import ContactEntry, NetworkEntry, OrganisationEntry
from mittelnetz.register.questions.question import Question
from mittelnetz.register.words import Answer
from mittelnetz.web.errors import NotThere
from mittelnetz.web.senders import sender_of
from mittelnetz.web.ui.form_page import SeeOther
from mittelnetz.web.ui.forms import UNPROCESSABLE, PlainForm

A_DAY_FROM_ONE, A_DAY_FROM_ALL = 100, 20_000
GONE, TOO_OFTEN = 410, 429


class AnswerForm(PlainForm):
    """The answer is the button that was pressed."""

    answer = forms.ChoiceField(choices=Answer.choices)


class MailboxForm(AnswerForm):
    """Of a mailbox that several people read."""

    name = forms.CharField(
        label=gettext_lazy("Ihr Name"),
        help_text=gettext_lazy("Damit man später weiß, wer geantwortet hat. Öffentlich steht er nirgends."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show_question(request: HttpRequest, token: str) -> HttpResponse:
    """410: the link has led here once, and there is nothing to answer any more. 429: too often."""
    response = _page(request, token)
    response["X-Robots-Tag"] = "noindex"
    return response


def _page(request: HttpRequest, token: str) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    try:
        asked = open_token(token, at=now)
    except ForgedError:
        raise NotThere(
            _("Dieser Link ist unvollständig. Bitte kopieren Sie ihn ganz aus der Mail, vom Anfang bis zum Ende.")
        ) from None
    except ExpiredError:
        return _closed(request, _("Der Link ist abgelaufen. Bitte lassen Sie sich vom Netzwerk einen neuen schicken."))
    question = find_question(asked.purpose, asked.about, today)
    actor = answering(asked.who, question.whose, today) if question else None
    if question is None or actor is None:
        return _closed(request, _("Dazu sind Sie nicht mehr gefragt. Sie brauchen nichts zu tun."))
    if why := question.closed(today):
        return _closed(request, why)
    form_class = AnswerForm if uuid_of(asked.who) else MailboxForm
    form, status = form_class(request.POST or None), 200
    if request.method == "POST":
        status = UNPROCESSABLE
        if form.is_valid() and form.cleaned_data["answer"] in question.choices:
            given = Given(today, question.wording, form.cleaned_data.get("name", ""))
            try:
                with transaction.atomic():
                    count_attempt(
                        "answer", sender=sender_of(request, today), of_one=A_DAY_FROM_ONE, of_all=A_DAY_FROM_ALL, at=now
                    )
                    question.answer(Answer(form.cleaned_data["answer"]), given=given, actor=actor, at=now)
            except TooMany as refusal:
                form.add_error(None, refusal.sentence)
                status = TOO_OFTEN
            except Refused as refusal:
                form.add_error(None, refusal.sentence)
            else:
                messages.success(request, _("Danke. Ihre Antwort ist gespeichert."))
                return SeeOther(request.path)
    context = {
        "question": question,
        "form": form,
        "offered": question.offered(today),
        **_last(question),
        **_ways(question),
    }
    return render(request, "answers/question.html", context, status=status)


def _closed(request: HttpRequest, why: str) -> HttpResponse:
    return render(request, "answers/closed.html", {"why": why}, status=GONE)


def _last(question: Question) -> dict[str, object]:
    """The last answer in the words of its button, and its day."""
    if question.answered is None:
        return {}
    answer, day = question.answered
    return {"last_answer": question.choices[answer], "last_day": day}


def _ways(question: Question) -> dict[str, str]:
    """Where an entry can be changed: with an account, and without one."""
    match question:
        case OrganisationEntry():
            record, kept = question.organisation.pk, "mine:organisation"
        case NetworkEntry():
            record, kept = question.network.pk, "mine:network"
        case ContactEntry():
            record, kept = question.contact.network_id, "mine:contacts"
        case _:
            return {}
    shown = "public:organisation" if isinstance(question, OrganisationEntry) else "public:network"
    report = f"{reverse('public:report-error')}?{urlencode({'zu': reverse(shown, args=[record])})}"
    return {"kept": reverse(kept, args=[record]), "report": report}
