using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Domain;

/// <summary>What terms must be, whoever puts them on the table; and in what two sets of terms differ.</summary>
internal static class TermsRules
{
    public static readonly Refusal TextMissing = new("commitment.text-missing");
    public static readonly Refusal TextTooLong = new("commitment.text-too-long");
    public static readonly Refusal DuePast = new("commitment.due-past");
    public static readonly Refusal DueFar = new("commitment.due-far");
    public static readonly Refusal SamePartner = new("commitment.same-partner");
    public static readonly Refusal SamePerson = new("commitment.same-person");
    public static readonly Refusal PartnerUnknown = new("commitment.partner-unknown");
    public static readonly Refusal PersonUnknown = new("commitment.person-unknown");
    public static readonly Refusal GoalUnknown = new("commitment.goal-unknown");
    public static readonly Refusal PartnersFixed = new("commitment.partners-fixed");
    public static readonly Refusal NothingChanged = new("commitment.nothing-changed");

    /// <summary>A due date lies at most so many years ahead: further off it is a slip of the finger.</summary>
    public const int YearsAhead = 5;

    public static ValueList<Refusal> All =>
    [
        TextMissing, TextTooLong, DuePast, DueFar, SamePartner, SamePerson, PartnerUnknown, PersonUnknown, GoalUnknown,
        PartnersFixed, NothingChanged,
    ];

    /// <summary>Why these terms cannot be put on the table now, or null.</summary>
    public static Refusal? Check(Alliance alliance, Terms terms, Instant now) =>
        Text("what", terms.What, Limits.Name)
        ?? Text("donewhen", terms.DoneWhen, Limits.Text)
        ?? Due(alliance, terms.Due, now)
        ?? Sides(alliance, terms)
        ?? Fence.Check(alliance, terms)
        ?? SeriesRules.Check(alliance, terms, now)
        ?? (Enum.IsDefined(terms.Evidence) ? null : EvidenceRules.Missing.With("need", "none"))
        ?? (terms.Goal is { } goal && !alliance.Goals.Any(known => known.Id == goal) ? GoalUnknown : null);

    /// <summary>Why these terms cannot replace others of the same promise, or null.</summary>
    public static Refusal? CheckAgainst(Alliance alliance, Terms old, Terms terms, Instant now)
    {
        if (terms.DoerPartner != old.DoerPartner || terms.ReceiverPartner != old.ReceiverPartner) return PartnersFixed;
        return Check(alliance, terms, now) ?? (Differences(old, terms).Count == 0 ? NothingChanged : null);
    }

    public static Refusal? Due(Alliance alliance, LocalDate due, Instant now)
    {
        var today = alliance.DateOf(now);
        if (due < today) return DuePast.With("due", Iso(due)).With("today", Iso(today));
        var latest = today.PlusYears(YearsAhead);
        return due > latest ? DueFar.With("due", Iso(due)).With("latest", Iso(latest)) : null;
    }

    /// <summary>A text that must be there.</summary>
    public static Refusal? Text(string field, Words? words, int most) =>
        string.IsNullOrWhiteSpace(words?.Text) ? TextMissing.With("field", field) : Optional(field, words, most);

    /// <summary>A text that may be left out.</summary>
    public static Refusal? Optional(string field, Words? words, int most = Limits.Text) =>
        words?.Text is { } text && text.Length > most
            ? TextTooLong.With("field", field).With("most", most.ToString(CultureInfo.InvariantCulture))
            : null;

    public static ValueList<TermsPart> Differences(Terms old, Terms terms)
    {
        var parts = new List<TermsPart>();
        if (!SameText(old.What, terms.What)) parts.Add(TermsPart.What);
        if (!SameText(old.DoneWhen, terms.DoneWhen)) parts.Add(TermsPart.DoneWhen);
        if (old.Due != terms.Due) parts.Add(TermsPart.Due);
        if (old.Doer != terms.Doer) parts.Add(TermsPart.Doer);
        if (old.Receiver != terms.Receiver) parts.Add(TermsPart.Receiver);
        if (old.Goal != terms.Goal) parts.Add(TermsPart.Goal);
        if (old.Repeats != terms.Repeats) parts.Add(TermsPart.Repeats);
        if (old.Evidence != terms.Evidence) parts.Add(TermsPart.Evidence);
        return parts.ToValueList();
    }

    /// <summary>The same terms, with the old words wherever the new ones say the same: they are stored once.</summary>
    public static Terms Settle(Terms old, Terms terms) => terms with
    {
        What = SameText(old.What, terms.What) ? old.What : terms.What,
        DoneWhen = SameText(old.DoneWhen, terms.DoneWhen) ? old.DoneWhen : terms.DoneWhen,
        Doer = terms.Doer ?? old.Doer,
        Receiver = terms.Receiver ?? old.Receiver,
    };

    public static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static bool SameText(Words old, Words words) => old.Equals(words)
        || (old.Text is { } text && words?.Text is { } other && text.Trim() == other.Trim());

    /// <summary>Why these partners and people cannot stand on the two sides, or null.</summary>
    public static Refusal? Sides(Alliance alliance, Terms terms)
    {
        if (!IsIn(alliance, terms.DoerPartner)) return PartnerUnknown.With("side", "doer");
        if (!IsIn(alliance, terms.ReceiverPartner)) return PartnerUnknown.With("side", "receiver");
        if (terms.DoerPartner == terms.ReceiverPartner) return SamePartner;
        if (terms.Doer is { } doer && !alliance.IsOf(doer, terms.DoerPartner)) return PersonUnknown.With("side", "doer");
        if (terms.Receiver is { } receiver && !alliance.IsOf(receiver, terms.ReceiverPartner))
        {
            return PersonUnknown.With("side", "receiver");
        }

        return terms.Doer is not null && terms.Doer == terms.Receiver ? SamePerson : null;
    }

    private static bool IsIn(Alliance alliance, PartnerId partner) => alliance.Partners.Find(partner) is { Left: false };
}
