using NodaTime;

namespace AllianceBot.Domain;

/// <summary>While it is owed: risk, other terms, notes, and into whose hands it goes.</summary>
internal static class Working
{
    public static readonly Refusal PersonMissing = new("commitment.person-missing");

    public static ValueList<Refusal> All => [PersonMissing];

    public static Outcome? Decide(Alliance alliance, Commitment promise, CommitmentCommand command, CommandContext context) =>
        command switch
        {
            FlagAtRisk flag => TermsRules.Optional("reason", flag.Reason)
                ?? (Outcome)new CommitmentAtRisk(promise.Id, flag.Reason, flag.HelpWanted),
            ClearRisk clear => TermsRules.Optional("note", clear.Note)
                ?? (Outcome)new CommitmentRiskCleared(promise.Id, clear.Note),
            ProposeChange change => Change(alliance, promise, change, context),
            AcceptChange change when promise.Change!.Terms.Outside != promise.Terms.Outside
                && Fence.Agree(promise.Change.Terms, change.Outside) is { } fenced => fenced,
            AcceptChange => new CommitmentChangeAccepted(promise.Id, InTime: !Resting.IsPast(alliance, promise, context.At)),
            RefuseChange refuse => TermsRules.Optional("reason", refuse.Reason)
                ?? (Outcome)new CommitmentChangeRefused(promise.Id, refuse.Reason),
            RetractChange => new CommitmentChangeRetracted(promise.Id),
            AddNote note => TermsRules.Text("note", note.Said, Limits.Text)
                ?? (Outcome)new CommitmentNoted(
                    promise.Id, CommitmentGuards.SideOf(alliance, promise, context.By), note.Said, note.Question),
            HandOver hand => HandOver(alliance, promise, hand, context),
            EstimateCommitment estimate => LoadDecider.Hours(estimate.Hours)
                ?? (promise.Estimate == estimate.Hours ? Outcome.Nothing : new CommitmentEstimated(promise.Id, estimate.Hours)),
            DependOn depend => Dependence.Add(alliance, promise, promise.Id, depend.On, context.By),
            DependNoMore depend => Dependence.On(alliance, context.By, depend.On) is not { } on ? Refusal.NotYours
                : promise.DependsOn.Contains(on.Id) ? new CommitmentDependsNoMore(promise.Id, on.Id) : Dependence.NoSuch,
            EndSeries end => TermsRules.Text("reason", end.Reason, Limits.Text)
                ?? (Outcome)new CommitmentSeriesLeft(
                    promise.Id, CommitmentGuards.SideOf(alliance, promise, context.By), end.Reason),
            _ => null,
        };

    /// <summary>
    /// Who holds a side's part when its person is gone: a manager of that partner, the first by id; else a contact; else
    /// nobody, and the administrators are told. Never the person on the other side.
    /// </summary>
    public static PersonId? HolderAt(Alliance alliance, Commitment promise, Side side)
    {
        var partner = promise.Terms.PartnerOf(side);
        var other = promise.Terms.PersonOf(side.Opposite());
        foreach (var person in alliance.ManagersOf(partner))
        {
            if (person != other) return person;
        }

        foreach (var person in alliance.ContactsOf(partner))
        {
            if (person != other) return person;
        }

        return null;
    }

    /// <summary>Whether the person is named for a side, in what is agreed or in what waits for a yes.</summary>
    public static bool Holds(Commitment promise, Side side, PersonId person) =>
        promise.Terms.PersonOf(side) == person
        || promise.Change?.Terms.PersonOf(side) == person
        || promise.Replacement?.Terms.PersonOf(side) == person
        || promise.Series?.Later?.PersonOf(side) == person;

    /// <summary>Terms in which both people are named, as everything after the first yes needs them.</summary>
    public static Refusal? CheckFull(Alliance alliance, Terms old, Terms terms, Instant now)
    {
        if (terms.Doer is null) return PersonMissing.With("side", "doer");
        if (terms.Receiver is null) return PersonMissing.With("side", "receiver");
        if ((terms.Repeats is null) != (old.Repeats is null)) return SeriesRules.RepeatingFixed;
        return TermsRules.CheckAgainst(alliance, old, terms, now);
    }

    private static Outcome Change(Alliance alliance, Commitment promise, ProposeChange change, CommandContext context)
    {
        var side = promise.Change?.By.Opposite() ?? CommitmentGuards.SideOf(alliance, promise, context.By);
        var terms = TermsRules.Settle(promise.Terms, change.Terms);
        if (CheckFull(alliance, promise.Terms, terms, context.At) is { } bad) return bad;
        if (promise.Series is { } series && terms.Due <= series.LastDue)
        {
            return SeriesRules.DateTaken.With("due", TermsRules.Iso(series.LastDue));
        }

        var same = promise.Change is { } waiting && TermsRules.Differences(waiting.Terms, terms).Count == 0;
        if (same) return TermsRules.NothingChanged;
        if (TermsRules.Optional("reason", change.Reason) is { } badReason) return badReason;
        return new CommitmentChangeProposed(
            promise.Id, side, terms, change.Reason, ChangeAnswerBy(alliance, promise, side.Opposite(), context.At));
    }

    /// <summary>
    /// An answer to a change is due in some working days, and not past the due date if that lies ahead.
    /// </summary>
    public static Instant ChangeAnswerBy(Alliance alliance, Commitment promise, Side answering, Instant now) => Deadlines.Answer(
        alliance, promise.Terms.PartnerOf(answering), now, alliance.Settings.ChangeAnswerByDays, promise.Terms.Due);

    private static Outcome HandOver(Alliance alliance, Commitment promise, HandOver hand, CommandContext context)
    {
        var side = HandingSide(alliance, promise, hand.To, context.By);
        var from = promise.Terms.PersonOf(side);
        if (from == hand.To) return TermsRules.NothingChanged;
        if (!alliance.IsOf(hand.To, promise.Terms.PartnerOf(side)))
        {
            return TermsRules.PersonUnknown.With("side", CommitmentHistory.Code(side));
        }

        if (promise.Terms.PersonOf(side.Opposite()) == hand.To) return TermsRules.SamePerson;
        if (side == Side.Doer && Fence.Read(alliance, hand.To) is { } unread) return unread;
        return new CommitmentHandedOver(promise.Id, side, from, hand.To, Left: false);
    }

    /// <summary>
    /// The side that the handing person manages; one who manages both hands over to where the other belongs.
    /// </summary>
    private static Side HandingSide(Alliance alliance, Commitment promise, PersonId to, PersonId by)
    {
        if (!alliance.Manages(by, promise.Terms.DoerPartner)) return Side.Receiver;
        return alliance.Manages(by, promise.Terms.ReceiverPartner) && !alliance.IsOf(to, promise.Terms.DoerPartner)
            ? Side.Receiver
            : Side.Doer;
    }
}
