"""Addresses of alumni."""

from django.urls import path

from uitzicht.alumni.views import members, newsletters, openings, own

urlpatterns = [
    path("alumni/", members.alumni, name="alumni"),
    path("alumni/export/", members.alumni_export, name="alumni_export"),
    path("alumni/counts/", members.alumni_counts, name="alumni_counts"),
    path("alumni/returned/", members.alumni_returned, name="alumni_returned"),
    path("alumni/openings/", openings.alumni_openings, name="alumni_openings"),
    path("alumni/openings/<int:pk>/", openings.alumni_opening, name="alumni_opening"),
    path("alumni/referrals/", openings.alumni_referrals, name="alumni_referrals"),
    path("alumni/referrals/<int:pk>/", openings.alumni_referral, name="alumni_referral"),
    path("alumni/newsletters/", newsletters.alumni_newsletters, name="alumni_newsletters"),
    path("alumni/newsletters/new/", newsletters.alumni_newsletter_new, name="alumni_newsletter_new"),
    path("alumni/newsletters/<int:pk>/", newsletters.alumni_newsletter, name="alumni_newsletter"),
    path("alumni/newsletters/<int:pk>/change/", newsletters.alumni_newsletter_change, name="alumni_newsletter_change"),
    path("alumni/newsletters/<int:pk>/send/", newsletters.alumni_newsletter_send, name="alumni_newsletter_send"),
    path("alumni/me/", own.alumni_me, name="alumni_me"),
    path("alumni/me/address/", own.alumni_me_address, name="alumni_me_address"),
    path("alumni/me/data/", own.alumni_me_data, name="alumni_me_data"),
    path("alumni/me/leave/", own.alumni_me_leave, name="alumni_me_leave"),
    path("alumni/me/gone/", own.alumni_gone, name="alumni_gone"),
    path("alumni/me/shut/", own.alumni_shut, name="alumni_shut"),
    path("alumni/me/<str:token>/", own.alumni_door, name="alumni_door"),
    path("alumni/me/<str:token>/stop/", own.alumni_stop, name="alumni_stop"),
]
