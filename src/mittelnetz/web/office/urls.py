"""Addresses of the office."""

from django.urls import path

from mittelnetz.web.office import error_reports, sheets, start, tables

app_name = "office"
urlpatterns = [
    path("", start.show_start, name="start"),
    path("meldungen/", error_reports.list_error_reports, name="error-reports"),
    path("tabellen/", sheets.upload_sheet, name="sheets"),
    path("tabellen/herunterladen/", tables.download_table, name="download-table"),
    path("tabellen/<uuid:sheet_id>/spalten/", sheets.assign_sheet_columns, name="sheet-columns"),
    path("tabellen/<uuid:sheet_id>/", sheets.preview_sheet, name="sheet"),
]
