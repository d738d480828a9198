using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The alliance, a partner, a person, an invitation, and who sees a thing, each as a sheet.</summary>
internal static class AllianceSheets
{
    public static Sheet Of(Speech speech, AllianceCard alliance, CaseCountView? cases)
    {
        var sheet = new Sheet(speech, speech.Name(alliance.Name));
        if (alliance.Purpose is { } purpose) sheet.Line(speech.Text("alliance.purpose", ("purpose", purpose)));
        sheet.Section("alliance.goals", alliance.Goals.Select(goal => goal.By is { } by
            ? speech.Text("alliance.goal.by", ("goal", speech.Name(goal.Text)), ("date", speech.Date(by)))
            : speech.Name(goal.Text)));
        sheet.Section("alliance.exclusions", alliance.Exclusions.Select(line => speech.Name(line.Text)));
        sheet.Section("alliance.partners", alliance.Partners.Select(partner => speech.Text(
            "alliance.partner",
            ("partner", speech.Name(partner.Name)), ("kind", speech.Text($"kind.{Keys.Of(partner.Kind)}")), ("count", partner.PeopleCount))));
        sheet.Section("alliance.outside", alliance.OfNoPartner.Select(person => Line(speech, person)));
        sheet.Section("alliance.funding", alliance.Funding.Select(tie => Funding(speech, tie)));
        sheet.Section("alliance.days", [
            speech.Text("alliance.zone", ("zone", CardText.Typed(alliance.Zone))),
            speech.Text("alliance.workdays", ("days", Days(speech, alliance.Workdays))),
        ]);
        if (cases is not null) sheet.Section("alliance.cases", CaseSheets.Counted(speech, cases));
        sheet.Section("alliance.parked", alliance.Parked.Select(item => speech.Text("alliance.parked.item", ("date", speech.Day(item.At)))));
        if (alliance.JoinRequests > 0) sheet.Line(speech.Text("alliance.joinrequests", ("count", alliance.JoinRequests)));
        sheet.Act(Verbs.People).Act(Verbs.Mine);
        if (alliance.JoinRequests > 0 || alliance.Acts.Contains(Domain.Act.Invite)) sheet.Act(Verbs.Invitations).Act(Verbs.Invite);
        if (alliance.Acts.Contains(Domain.Act.SetUp)) sheet.Act(Verbs.AddPartner).Act(Verbs.AddGoal).Act(Verbs.SetPurpose);
        return sheet;
    }

    public static Sheet Of(Speech speech, PartnerCard partner)
    {
        var sheet = new Sheet(speech, speech.Name(partner.Name)).Line(speech.Text($"kind.{Keys.Of(partner.Kind)}"));
        if (partner.Left) sheet.Line(speech.Text("partner.left"));
        sheet.Section("partner.notes", partner.Notes.Select(note => speech.Name(note.Text)));
        sheet.Section("partner.people", partner.People.Select(person => Line(speech, person)));
        sheet.Section("alliance.funding", partner.Funding.Select(tie => Funding(speech, tie)));
        sheet.Section("alliance.days", [speech.Text("alliance.workdays", ("days", Days(speech, partner.Workdays)))]);
        sheet.Act(Verbs.Holidays, key: "button.holidays");
        if (partner.Acts.Contains(Domain.Act.Invite)) sheet.Act(Verbs.Invite);
        return sheet;
    }

    public static Sheet Of(Speech speech, PersonCard person)
    {
        var sheet = new Sheet(speech, speech.Name(person.Person.Name));
        if (person.Left) return sheet.Line(speech.Text("person.left", ("alliance", speech.Name(person.Alliance))));
        if (person.Person.Partner is { } partner) sheet.Line(CardText.Typed(partner));
        sheet.Section("person.roles", person.Person.Roles.Select(role => Role(speech, role)));
        foreach (var away in person.Away) sheet.Line(CalendarSheets.Line(speech, away));
        if (person.Own) sheet.Act(Verbs.MyHours);
        if (person.Own && person.Away.Count > 0) sheet.Act(Verbs.Back).Act(Verbs.MyCover);
        if (person.YouCover) sheet.Act(Verbs.CannotCover);
        if (person.Person.NotReached is { } why) sheet.Line(speech.Text(Why(speech, why)));
        return sheet;
    }

    public static Sheet Of(Speech speech, InvitationCard invitation)
    {
        var partner = invitation.Partner is { } name ? CardText.Typed(name) : speech.Text("partner.none");
        var sheet = new Sheet(speech, speech.Name(invitation.Name))
            .Line(speech.Text(
                $"invitation.state.{Keys.Of(invitation.State)}",
                ("alliance", speech.Name(invitation.Alliance)), ("partner", partner), ("role", speech.Text($"role.{Keys.Of(invitation.Role)}"))));
        if (invitation.InvitedBy is { } by) sheet.Line(speech.Text("invitation.by", ("who", by)));
        if (invitation is { Yours: true, NeedsNoCode: true }) sheet.Act(Verbs.Join);
        if (invitation.Acts.Contains(Domain.Act.AnswerJoin)) sheet.Act(Verbs.Accept, key: "button.letin").Act(Verbs.Decline);
        else if (invitation.Acts.Contains(Domain.Act.Invite)) sheet.Act(Verbs.Withdraw);
        return sheet;
    }

    public static Sheet Of(Speech speech, WhoSeesView view)
    {
        var sheet = new Sheet(speech, speech.Text("whosees.title"));
        foreach (var row in view.Rows)
        {
            var names = row.People.Select(person => person.Partner is { } partner
                ? speech.Text("side.person", ("person", speech.Name(person.Name)), ("partner", partner))
                : speech.Name(person.Name));
            sheet.Section($"whosees.part.{row.Part}", [speech.Text($"whosees.rule.{row.Rule}", ("count", row.Count)), .. names]);
        }

        if (view.Subject.Kind != SubjectKind.Alliance) return sheet;
        sheet.Section("whosees.all", Kinds.Select(kind => speech.Text($"whosees.all.{kind}")));
        return view.MustRead ? sheet.Act(Verbs.ReadWhoSees) : sheet;
    }

    /// <summary>What a person should have read before anything is scheduled for that person.</summary>
    private static readonly string[] Kinds = ["promise", "state", "checkin", "load", "voices", "figures", "funders", "operator"];

    public static CardText Line(Speech speech, PersonLine person)
    {
        var roles = person.Roles.Count == 0
            ? speech.Text("person.noroles")
            : person.Roles.Select(role => role.PartnerId == person.PartnerId ? speech.Text($"role.{Keys.Of(role.Role)}") : Role(speech, role)).Aggregate((a, b) => speech.Text("list.and", ("a", a), ("b", b)));
        var line = speech.Text("person.line", ("person", speech.Name(person.Name)), ("roles", roles));
        return person.NotReached is { } why
            ? speech.Text("person.line.notreached", ("line", line), ("why", speech.Text(Why(speech, why))))
            : line;
    }

    private static CardText Role(Speech speech, RoleLine role) => role.Partner is { } partner
        ? speech.Text("role.of", ("role", speech.Text($"role.{Keys.Of(role.Role)}")), ("partner", partner))
        : speech.Text($"role.{Keys.Of(role.Role)}");

    private static CardText Funding(Speech speech, FundingLine tie) =>
        speech.Text("alliance.funds", ("funder", speech.Name(tie.Funder)), ("funded", speech.Name(tie.Funded)));

    private static string Why(Speech speech, string why) => speech.Has($"notreached.{why}") ? $"notreached.{why}" : "notreached.other";

    internal static CardText Days(Speech speech, Workdays days)
    {
        var names = Enumerable.Range(1, 7).Where(day => (days.Days & (1 << (day - 1))) != 0)
            .Select(day => speech.Text($"date.weekday.{day}"));
        return names.Aggregate((a, b) => speech.Text("list.and", ("a", a), ("b", b)));
    }
}
