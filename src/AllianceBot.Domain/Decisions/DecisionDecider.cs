using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The rules of decisions: proposed, spoken on, amended, closed by the voices or the clock, written down, reviewed.</summary>
public static class DecisionDecider
{
    public static readonly Refusal ClosesPast = new("decision.closes-past");
    public static readonly Refusal ClosesFar = new("decision.closes-far");
    public static readonly Refusal ClosesNotLater = new("decision.closes-not-later");
    public static readonly Refusal QuorumOut = new("decision.quorum-out");
    public static readonly Refusal TooMany = new Refusal("limit.decisions").With("limit", $"{Limits.OpenDecisions}");
    public static readonly Refusal ReasonMissing = new("decision.reason-missing");
    public static readonly Refusal WayOutMissing = new("decision.way-out-missing");
    public static readonly Refusal OwnMoney = new("decision.own-money");
    public static readonly Refusal WhichPartner = new("decision.which-partner");
    public static readonly Refusal NothingChanged = new("decision.nothing-changed");
    public static readonly Refusal ReviewPast = new("decision.review-past");
    public static readonly Refusal UnknownPartner = new("decision.unknown-partner");
    public static readonly Refusal CharterUnderWay = new("charter.under-way");
    public static readonly Refusal CharterUnchanged = new("charter.unchanged");
    public static readonly Refusal RulesUnchanged = new("decision.rules-unchanged");

    /// <summary>The furthest closing day, in days.</summary>
    public const int LongestDays = 365;

    /// <summary>Every way in which decisions can refuse, beside the shared ones.</summary>
    public static ValueList<Refusal> Refusals =>
    [
        .. DecisionGuards.All, .. DecisionOutcomes.All, ClosesPast, ClosesFar, ClosesNotLater, QuorumOut, TooMany, ReasonMissing, WayOutMissing, OwnMoney,
        WhichPartner, NothingChanged, ReviewPast, UnknownPartner, CharterUnderWay, CharterUnchanged, RulesUnchanged,
    ];

    public static Outcome Decide(Alliance alliance, DecisionCommand command, CommandContext context)
    {
        if (command is ProposeDecision propose) return Propose(alliance, propose, context);
        if (alliance.Decisions.Find(command.Decision) is not { } decision) return Refusal.NotYours;
        var act = ActOf(command);
        if (!DecisionGuards.Permits(alliance, decision, context.By, act)) return Refusal.NotYours;
        if (WasAsked(decision, command.Ask, context.By)) return Outcome.Nothing;
        if (IsStale(decision, command)) return Refusal.Stale(decision.Id);
        if (DecisionGuards.Refuses(alliance, decision, act, context.At) is { } refusal) return refusal;
        return command switch
        {
            GiveVoice voice => Speak(alliance, decision, voice, context),
            AmendDecision amend => Amend(alliance, decision, amend, context),
            ExtendDecision extend => extend.Closes <= decision.Proposal.Closes
                ? ClosesNotLater.With("date", decision.Proposal.Closes.ToIso())
                : Closing(alliance, extend.Closes, context.At) ?? (Outcome)new DecisionExtended(decision.Id, extend.Closes, Outage: false),
            WithdrawDecision withdraw => TextRules.Optional(withdraw.Reason, "reason")
                ?? (Outcome)new DecisionWithdrawn(decision.Id, withdraw.Reason),
            WriteOutcome outcome => TextRules.Text(outcome.Statement, "statement") ?? Reviewed(alliance, outcome.Review, context.At)
                ?? DecisionOutcomes.Write(alliance, decision, outcome, context),
            ReaffirmDecision reaffirm => TextRules.Optional(reaffirm.Reason, "reason")
                ?? (reaffirm.Review is { } again ? Reviewed(alliance, again, context.At) : null)
                ?? (Outcome)new DecisionReaffirmed(decision.Id, reaffirm.Reason, reaffirm.Review),
            RetireDecision retire => TextRules.Text(retire.Reason, "reason") ?? (Outcome)new DecisionRetired(decision.Id, retire.Reason),
            NoteDecision note => TextRules.Text(note.Note, "note") ?? (Outcome)new DecisionNoted(decision.Id, note.Note, note.Question),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>What other events mean for decisions: a partner left, and what was decided is carried out.</summary>
    public static ValueList<AllianceEvent> React(Alliance alliance, AllianceEvent happened) => happened switch
    {
        PartnerRemoved removed => alliance.Decisions
            .Where(decision => decision.IsOpen && Tally.Asked(decision).Contains(removed.Partner))
            .Select(decision => (AllianceEvent)new DecisionPartnerLeft(decision.Id, removed.Partner)).ToValueList(),
        DecisionPartnerLeft left when alliance.Decisions[left.Decision] is { IsOpen: true } decision && Tally.IsComplete(decision) =>
            [new DecisionDecided(decision.Id, [])],
        DecisionVoiced voiced when alliance.Decisions[voiced.Decision] is { IsOpen: true } decision && Tally.IsComplete(decision) =>
            [new DecisionDecided(decision.Id, [])],
        DecisionDecided decided => DecisionMatters.CarriedOut(alliance, alliance.Decisions[decided.Decision]),
        _ => [],
    };

    public static Outcome Strike(Alliance alliance, Decision decision, Instant at) => DecisionClock.Strike(alliance, decision, at);

    /// <summary>An ask of this person that this decision knows: its last transition, or any voice.</summary>
    private static bool WasAsked(Decision decision, AskId ask, PersonId by) =>
        (decision.LastAsk == ask && decision.LastBy == by) || decision.Voices.Any(voice => voice.Ask == ask && voice.By == by);

    /// <summary>Voices and notes stand beside each other; only a voice on an older text speaks of something else.</summary>
    private static bool IsStale(Decision decision, DecisionCommand command) => command switch
    {
        GiveVoice voice => voice.Revision < decision.VersionRevision || voice.Revision > decision.Revision,
        NoteDecision => false,
        _ => command.Revision != decision.Revision,
    };

    private static DecisionAct ActOf(DecisionCommand command) => command switch
    {
        GiveVoice voice => ActOf(voice.Position),
        AmendDecision => DecisionAct.Amend,
        ExtendDecision => DecisionAct.Extend,
        WithdrawDecision => DecisionAct.Withdraw,
        WriteOutcome => DecisionAct.WriteOutcome,
        ReaffirmDecision => DecisionAct.Reaffirm,
        RetireDecision => DecisionAct.Retire,
        NoteDecision { Question: true } => DecisionAct.Ask,
        NoteDecision => DecisionAct.Note,
        _ => throw new UnreachableException($"No act for {command.GetType().Name}."),
    };

    internal static DecisionAct ActOf(Position position) => position switch
    {
        Position.Agree => DecisionAct.Agree,
        Position.AgreeWithReservations => DecisionAct.AgreeWithReservations,
        Position.StandAside => DecisionAct.StandAside,
        _ => DecisionAct.Objection,
    };

    private static Outcome Propose(Alliance alliance, ProposeDecision propose, CommandContext context)
    {
        if (alliance.Decisions.Find(propose.Decision) is { } known)
        {
            return known.Proposer == context.By && alliance.IsMember(context.By) ? Outcome.Nothing : Refusal.NotYours;
        }

        if (!May.Do(alliance, context.By, Act.ProposeDecision, alliance.Id)) return Refusal.NotYours;
        if (!Ids.IsValid(propose.Decision)) return SetUpDecider.BadId;
        if (alliance.Decisions.Count(static decision => decision.IsOpen) >= Limits.OpenDecisions) return TooMany;
        var proposal = propose.Proposal;
        var roster = Snapshots.Roster(
            alliance, proposal.Matter, alliance.Partners.Where(static partner => !partner.Left).Select(static partner => partner.Id).ToValueList());
        var bad = TextRules.Name(proposal.Title, "title") ?? TextRules.Text(proposal.Text, "text")
            ?? TextRules.Optional(proposal.Fallback, "fallback") ?? Closing(alliance, proposal.Closes, context.At)
            ?? Quorum(proposal, roster.Count) ?? DecisionMatters.Check(alliance, propose.Proposal, context.By);
        if (bad is not null) return bad;
        if (!Enum.IsDefined(proposal.Method)) return SetUpDecider.BadId;
        return new DecisionProposed(propose.Decision, alliance.LastDecision + 1, Snapshots.Frozen(alliance, DecisionMatters.Settled(proposal, roster.Count), propose.Ask), roster);
    }

    private static Refusal? Quorum(Proposal proposal, int partners) =>
        proposal.Method == DecisionMethod.AllAgree || (proposal.Quorum >= 1 && proposal.Quorum <= partners)
            ? null
            : QuorumOut.With("most", partners.ToString(CultureInfo.InvariantCulture));

    /// <summary>A closing day leaves at least until tomorrow, so that everybody can speak.</summary>
    private static Refusal? Closing(Alliance alliance, LocalDate closes, Instant now)
    {
        var today = alliance.DateOf(now);
        if (closes <= today) return ClosesPast.With("date", closes.ToIso()).With("earliest", today.PlusDays(1).ToIso());
        var latest = today.PlusDays(LongestDays);
        return closes > latest ? ClosesFar.With("date", closes.ToIso()).With("latest", latest.ToIso()) : null;
    }

    private static Refusal? Reviewed(Alliance alliance, LocalDate review, Instant now)
    {
        var today = alliance.DateOf(now);
        if (review <= today) return ReviewPast.With("date", review.ToIso());
        var latest = today.PlusYears(Limits.YearsAhead);
        return review > latest ? SetUpDecider.DateTooFar.With("date", review.ToIso()).With("latest", latest.ToIso()) : null;
    }

    private static Outcome Speak(Alliance alliance, Decision decision, GiveVoice voice, CommandContext context)
    {
        var own = DecisionRights.SpeaksFor(alliance, context.By, decision);
        if (voice.Partner is { } named && !own.Contains(named)) return Refusal.NotYours;
        if (voice.Partner is null && own.Count > 1) return WhichPartner;
        var partner = voice.Partner ?? own[0];
        if (partner == decision.Proposal.MoneyOf && voice.Position != Position.StandAside)
        {
            return OwnMoney.With("partner", partner.Value);
        }

        if (voice.Position == Position.Objection)
        {
            if (string.IsNullOrWhiteSpace(voice.Reason?.Text)) return ReasonMissing;
            if (string.IsNullOrWhiteSpace(voice.Acceptable?.Text)) return WayOutMissing;
        }

        var bad = TextRules.Optional(voice.Reason, "reason") ?? TextRules.Optional(voice.Acceptable, "acceptable");
        if (bad is not null) return bad;
        if (Tally.Of(decision, partner) is { } before && IsSame(before, voice, context.By)) return Outcome.Nothing;
        return new DecisionVoiced(decision.Id, partner, voice.Position, voice.Reason, voice.Acceptable, decision.Version);
    }

    private static bool IsSame(Voice before, GiveVoice voice, PersonId by) =>
        before.By == by && before.Position == voice.Position
        && before.Reason?.Text == voice.Reason?.Text && before.Acceptable?.Text == voice.Acceptable?.Text;

    private static Outcome Amend(Alliance alliance, Decision decision, AmendDecision amend, CommandContext context)
    {
        if (TextRules.Text(amend.Text, "text") is { } bad) return bad;
        var isCharter = decision.Proposal.Matter.Kind == MatterKind.Charter;
        var sameText = amend.Text.Text!.Trim() == decision.Proposal.Text.Text?.Trim();
        var sameMatter = isCharter ? alliance.Charter.Draft == decision.Charter : !DecisionMatters.ProcessMoved(alliance, decision);
        if (sameText && sameMatter) return NothingChanged;
        if (amend.Closes is { } closes && Closing(alliance, closes, context.At) is { } wrong) return wrong;
        var enough = DecisionClock.Later(alliance, alliance.DateOf(context.At));
        var until = LocalDate.Max(amend.Closes ?? decision.Proposal.Closes, amend.Closes ?? enough);
        return new DecisionAmended(decision.Id, sameText ? decision.Proposal.Text : amend.Text, until);
    }
}
