using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// The exit review. The parties are heard and have no voice: the other partners decide. Nobody can hold it up, as it opens
/// when the time for a common text is up; and nobody is surprised by it, as the others read nothing but a text that every
/// party approved, or else only what is asked.
/// </summary>
internal static class CaseReviewing
{
    public static readonly Refusal NotFinal = new("case.not-final");
    public static readonly Refusal ReviewThere = new("case.review-there");
    public static readonly Refusal NoReview = new("case.no-review");
    public static readonly Refusal ReviewOpen = new("case.review-open");
    public static readonly Refusal NoReviewText = new("case.no-review-text");
    public static readonly Refusal WhoLeaves = new("case.who-leaves");
    public static readonly Refusal NoticePast = new("case.notice-past");
    public static readonly Refusal NoticeFar = new("case.notice-far");

    private const int LongestNotice = 366;

    public static ValueList<Refusal> All => [NotFinal, ReviewThere, NoReview, ReviewOpen, NoReviewText, WhoLeaves, NoticePast, NoticeFar];

    public static Outcome Ask(Alliance alliance, Case one, AskReview ask, CommandContext context)
    {
        if ((Check(alliance, one, ask.What, context.At) ?? TextRules.Optional(ask.Text, "text")) is { } bad) return bad;
        var party = CaseRights.PartyOf(alliance, one, context.By);
        var text = string.IsNullOrWhiteSpace(ask.Text?.Text) ? null : ask.Text;
        var asked = new CaseReviewAsked(
            one.Id, party, ask.What, text, CaseClock.Time(alliance, one, context.At, CaseClock.OfferDays));
        var wanted = one with { Review = new(ask.What, context.By, party, asked.Time) { Text = text, Approved = party is { } of ? [of] : [] } };
        return IsApproved(alliance, wanted) ? new Outcome.Happened([asked, .. Open(alliance, wanted, context.At)]) : asked;
    }

    public static Outcome Write(Alliance alliance, Case one, WriteReviewText write, CommandContext context)
    {
        if (TextRules.Text(write.Text, "text") is { } bad) return bad;
        return new CaseReviewTextWritten(one.Id, CaseRights.PartyOf(alliance, one, context.By), write.Text);
    }

    public static Outcome Approve(Alliance alliance, Case one, CommandContext context)
    {
        var approved = new CaseReviewTextApproved(one.Id, CaseRights.PartyOf(alliance, one, context.By)!.Value);
        var now = one with { Review = one.Review! with { Approved = one.Review.Approved.Add(approved.Partner) } };
        return IsApproved(alliance, now) ? new Outcome.Happened([approved, .. Open(alliance, now, context.At)]) : approved;
    }

    /// <summary>Asks the other partners; where there are none who may read of it, what the process ends with applies at once.</summary>
    public static ValueList<AllianceEvent> Open(Alliance alliance, Case one, Instant now)
    {
        var others = Others(alliance, one);
        if (others.Count == 0) return [CaseLadder.Finally(alliance, one)];
        var (text, rung) = (CaseLadder.TextOf(alliance, one), CaseLadder.RungOf(alliance, one)!);
        var id = DecisionOf(alliance, one);
        var calendar = Calendars.Of(alliance);
        var review = new ReviewMatter(one.Id, one.Review!.What, one.Parties.Where(static party => !party.Left).Select(static party => party.Partner).ToValueList())
        {
            Text = IsApproved(alliance, one) ? one.Review.Text : null,
        };
        var proposal = new Proposal(
            text.Name, rung.Todo, DecisionMethod.Consensus, (others.Count + 1) / 2, calendar.AddWorkdays(calendar.DateOf(now), Math.Max(1, rung.Days)),
            new(MatterKind.CaseReview) { Review = review });
        return
        [
            new CaseReviewOpened(one.Id, id, review.Text is not null),
            // Nobody of the parties is its proposer, so nobody of them leads it.
            new DecisionProposed(id, alliance.LastDecision + 1, proposal, others) { By = PersonId.Clock },
        ];
    }

    /// <summary>What the others decided, or that they could not.</summary>
    public static ValueList<AllianceEvent> Decided(Alliance alliance, DecisionId decision, bool isDecided, Instant now)
    {
        foreach (var one in alliance.Cases)
        {
            if (!one.IsOpen || one.Review?.Decision != decision) continue;
            var what = one.Review.What;
            if (!isDecided) return [CaseLadder.Finally(alliance, one)];
            return what.Kind switch
            {
                ReviewKind.Exit => [new CaseExited(one.Id, what.Leaving!.Value, what.LeavesOn)],
                ReviewKind.GoBack => CaseLadder.To(alliance, one, CaseMove.SentBack, what.BackTo, now, [], null, null),
                _ => [new CaseClosed(one.Id, CaseEnd.Reviewed, [])],
            };
        }

        return [];
    }


    /// <summary>Partners that decide: all but the parties, and but those whom a funding tie keeps from reading a party's cases.</summary>
    private static ValueList<PartnerId> Others(Alliance alliance, Case one) => alliance.Partners
        .Where(partner => !partner.Left && !one.Parties.Any(party => party.Partner == partner.Id
            || alliance.Funds(partner.Id, party.Partner) || alliance.Funds(party.Partner, partner.Id)))
        .Select(static partner => partner.Id).ToValueList();

    public static bool IsApproved(Alliance alliance, Case one) =>
        one.Review is { Text: not null } review && CaseRights.AllOf(alliance, one, review.Approved);

    private static Refusal? Check(Alliance alliance, Case one, ReviewAsked what, Instant now)
    {
        if (!Enum.IsDefined(what.Kind)) return SetUpDecider.BadId;
        if (what.Kind == ReviewKind.GoBack) return what.BackTo >= 1 && what.BackTo < one.Rung ? null : CaseMotions.NoLower;
        if (what.Kind == ReviewKind.Close) return null;
        if (what.Leaving is not { } leaving || !CaseRights.Active(alliance, one).Contains(leaving)) return WhoLeaves;
        var today = alliance.DateOf(now);
        if (what.LeavesOn is not { } day || day <= today) return NoticePast.With("date", (what.LeavesOn ?? today).ToIso());
        var latest = today.PlusDays(LongestNotice);
        return day > latest ? NoticeFar.With("date", day.ToIso()).With("latest", latest.ToIso()) : null;
    }

    /// <summary>An id that does not tell the case's.</summary>
    private static DecisionId DecisionOf(Alliance alliance, Case one)
    {
        for (var draw = 0; ; draw++)
        {
            var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"review/{one.Id.Value}/{one.Stays.Count}/{draw}"));
            var id = new DecisionId(Convert.ToHexStringLower(bytes)[..22]);
            if (!alliance.Decisions.Has(id)) return id;
        }
    }
}
