"""Addresses of the office."""

from django.urls import path

from mittelnetz.web.office import sheets, tables

app_name = "office"
urlpatterns = [
    path("tabellen/", sheets.upload_sheet, name="sheets"),
    path("tabellen/herunterladen/", tables.download_table, name="download-table"),
    path("tabellen/<uuid:sheet_id>/spalten/", sheets.assign_sheet_columns, name="sheet-columns"),
    path("tabellen/<uuid:sheet_id>/", sheets.preview_sheet, name="sheet"),
]
