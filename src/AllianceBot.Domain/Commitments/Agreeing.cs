using System.Globalization;

namespace AllianceBot.Domain;

/// <summary>From a request or an offer to a yes, a no, or other terms.</summary>
internal static class Agreeing
{
    public static readonly Refusal DraftBad = new("commitment.draft-bad");
    public static readonly Refusal TooMany = new("commitment.too-many");
    public static readonly Refusal NobodyThere = new("commitment.nobody-there");

    public static ValueList<Refusal> All => [DraftBad, TooMany, NobodyThere];

    /// <summary>The form's draft id is the promise's id, so the same form sent twice makes one promise.</summary>
    public static Outcome Propose(Alliance alliance, CommitmentCommand command, CommandContext context)
    {
        var (asked, reason, side, seenByAll, hours, on, link) = command switch
        {
            RequestCommitment request =>
                (request.Terms, request.Reason, Side.Receiver, request.SeenByAll, request.Estimate, request.DependsOn, request.Link),
            OfferCommitment offer => (offer.Terms, offer.Reason, Side.Doer, offer.SeenByAll, offer.Estimate, offer.DependsOn, offer.Link),
            _ => throw new System.Diagnostics.UnreachableException($"{command.GetType().Name} makes no promise."),
        };
        if (alliance.Commitments.Find(command.Commitment) is { } known)
        {
            return known.Proposer == context.By && alliance.IsMember(context.By) ? Outcome.Nothing : Refusal.NotYours;
        }

        if (!May.Do(alliance, context.By, Act.Propose, asked.PartnerOf(side))) return Refusal.NotYours;
        if (!IsDraft(command.Commitment)) return DraftBad;
        var terms = Named(asked, side, context.By);
        if ((TermsRules.Check(alliance, terms, context.At) ?? Fence.Goal(alliance, terms) ?? SeriesRules.Twice(terms)) is { } bad) return bad;
        if ((TermsRules.Optional("reason", reason) ?? TermsRules.Optional("link", link) ?? LoadDecider.Hours(hours)) is { } badReason) return badReason;
        if (alliance.Commitments.Count(static promise => !promise.State.IsEnded()) >= Limits.OpenPromises)
        {
            return TooMany.With("most", Limits.OpenPromises.ToString(CultureInfo.InvariantCulture));
        }

        var answerBy = Deadlines.Answer(
            alliance, terms.PartnerOf(side.Opposite()), context.At, alliance.Settings.AnswerByDays);
        var number = alliance.LastPromise + 1;
        var source = string.IsNullOrEmpty(link?.Text) ? null : new Source(alliance.Id) { Link = link };
        CommitmentEvent made = side == Side.Receiver
            ? new CommitmentRequested(command.Commitment, number, terms, reason, seenByAll, answerBy, hours) { Source = source }
            : new CommitmentOffered(command.Commitment, number, terms, reason, seenByAll, answerBy, hours) { Source = source };
        if (on is not { } builds) return made;
        // What repeats is not one thing that could wait for another.
        if (terms.Repeats is not null) return SeriesRules.RepeatingFixed;
        return Dependence.Add(alliance, null, command.Commitment, builds, context.By) switch
        {
            Outcome.Happened { Events: [var depends] } => Outcome.Of(made, depends),
            var refused => refused,
        };
    }

    public static Outcome? Decide(Alliance alliance, Commitment promise, CommitmentCommand command, CommandContext context) =>
        command switch
        {
            AcceptCommitment accept => Accept(alliance, promise, accept, context),
            CounterCommitment counter => Counter(alliance, promise, counter, context),
            DeclineCommitment decline => TermsRules.Text("reason", decline.Reason, Limits.Text)
                ?? (Outcome)new CommitmentDeclined(promise.Id, decline.Reason),
            WithdrawCommitment withdraw => TermsRules.Optional("reason", withdraw.Reason)
                ?? (Outcome)new CommitmentWithdrawn(promise.Id, withdraw.Reason),
            _ => null,
        };

    /// <summary>An id as the id source makes them; '-' divides a promise's id from a check-in's number.</summary>
    public static bool IsDraft(CommitmentId id) => id.Value is { Length: > 0 and <= Limits.Id } text
        && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>Whoever puts terms on the table for a side that names nobody stands for it.</summary>
    private static Terms Named(Terms terms, Side side, PersonId by) => terms.PersonOf(side) is not null ? terms
        : side == Side.Doer ? terms with { Doer = by } : terms with { Receiver = by };

    private static Outcome Accept(Alliance alliance, Commitment promise, AcceptCommitment accept, CommandContext context)
    {
        var side = promise.Turn;
        var own = accept.Person ?? promise.Terms.PersonOf(side) ?? context.By;
        var other = promise.Terms.PersonOf(side.Opposite()) ?? Working.HolderAt(alliance, promise, side.Opposite());
        if (other is not { } there) return NobodyThere.With("partner", promise.Terms.PartnerOf(side.Opposite()).Value);
        var (doer, receiver) = side == Side.Doer ? (own, there) : (there, own);
        var agreed = promise.Terms with { Doer = doer, Receiver = receiver };
        if ((TermsRules.Sides(alliance, agreed) ?? Fence.Agree(agreed, accept.Outside) ?? Fence.Read(alliance, doer)) is { } bad) return bad;
        var accepted = new CommitmentAccepted(promise.Id, doer, receiver);
        return agreed.Repeats is null ? accepted : Outcome.Of(accepted, SeriesRules.First(alliance, promise, agreed));
    }

    private static Outcome Counter(Alliance alliance, Commitment promise, CounterCommitment counter, CommandContext context)
    {
        var terms = Named(TermsRules.Settle(promise.Terms, counter.Terms), promise.Turn, context.By);
        // Naming oneself is no other offer: the other side would be asked the same again.
        var old = Named(promise.Terms, promise.Turn, context.By);
        if ((TermsRules.CheckAgainst(alliance, old, terms, context.At) ?? SeriesRules.Twice(terms)) is { } bad) return bad;
        if (TermsRules.Optional("reason", counter.Reason) is { } badReason) return badReason;
        var answering = terms.PartnerOf(promise.Turn.Opposite());
        var answerBy = Deadlines.Answer(alliance, answering, context.At, alliance.Settings.AnswerByDays);
        return new CommitmentCountered(promise.Id, terms, counter.Reason, answerBy);
    }
}
