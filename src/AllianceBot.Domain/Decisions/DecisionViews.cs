using System.Globalization;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Decisions as their readers may see them, with what each may do now. Null for what a reader may not know of.</summary>
public static class DecisionViews
{
    public static DecisionCard? Card(Alliance alliance, Reader reader, DecisionId id, Instant now)
    {
        if (alliance.Decisions.Find(id) is not { } decision || !May.See(alliance, reader, Act.SeeDecision, id)) return null;
        var person = (reader as PersonReader)?.Person;
        var proposal = decision.Proposal;
        return new()
        {
            Id = id,
            Number = decision.Number,
            Revision = decision.Revision,
            State = decision.State,
            Title = proposal.Title.Text,
            Text = proposal.Text.Text,
            TextBefore = decision.Before is { Count: > 0 } before && before[^1] != proposal.Text ? before[^1].Text : null,
            Version = decision.Version,
            Method = proposal.Method,
            Matter = proposal.Matter.Kind,
            Heard = Tally.Heard(decision),
            Asked = Tally.Asked(decision).Count,
            Quorum = Tally.Quorum(decision),
            Closes = proposal.Closes,
            Extended = decision.Extended,
            Fallback = proposal.Fallback?.Text,
            MoneyOf = proposal.MoneyOf is { } money ? Names.Of(alliance, money) : null,
            Proposer = Names.Of(alliance, (PersonId?)decision.Proposer),
            Partner = proposal.Matter.PartnerName?.Text ?? alliance.NameOf(proposal.Matter.Partner),
            Rules = proposal.Matter is { RulesBefore: { } was, Rules: { } wanted } ? DecisionMatters.Differences(was, wanted) : [],
            Charter = decision.Charter is { } charter ? CharterChanges.Between(alliance, Compared(alliance, decision), charter) : [],
            Process = decision.Process is { } process ? ProcessChanges.Between(ProcessBefore(alliance, decision), process) : [],
            About = proposal.Matter.Process is { } about && alliance.Processes.Find(about) is { } known ? new(about, $"{known.Number}") : null,
            CaseReview = proposal.Matter.Review is { } review ? Question(alliance, review) : null,
            Snapshot = Snapshots.View(alliance, reader, decision),
            WhyNot = decision.WhyNot,
            Statement = decision.Statement?.Text,
            StatedBy = Names.Of(alliance, decision.StatedBy),
            Review = decision.Review,
            Promises = DecisionOutcomes.Shown(alliance, reader, decision, now),
            Successor = Named(alliance, decision.Successor),
            Amends = Named(alliance, proposal.Amends),
            NotCarriedOut = decision.NotCarriedOut,
            WordsGone = decision.WordsGone,
            Inside = person is { } inside && May.Do(alliance, inside, Act.SeeDecisionInside, id) ? Inside(alliance, inside, decision) : null,
            Acts = person is { } actor ? ActsOf(alliance, decision, actor, now) : [],
            SeenBy = SeenBy.AllMembersOnceHeard,
            Zone = alliance.Zone,
        };
    }

    /// <summary>Decisions that this reader may know of, what waits for the reader first, then the newest.</summary>
    public static ValueList<DecisionRow> List(Alliance alliance, Reader reader, Instant now, bool all = true) => alliance.Decisions
        .Where(decision => May.See(alliance, reader, Act.SeeDecision, decision.Id))
        .Select(decision => Row(alliance, reader, decision, now))
        .Where(row => all || row.WaitsForYou)
        .OrderByDescending(static row => row.WaitsForYou)
        .ThenBy(static row => row.State > DecisionState.Integrating)
        .ThenByDescending(static row => row.Number)
        .Take(Limits.List).ToValueList();

    /// <summary>It waits for a voice of this person's organisation, or for its outcome or review from this person.</summary>
    internal static bool Waits(Alliance alliance, PersonId person, DecisionId id, Instant now) =>
        May.Do(alliance, person, Act.SeeDecision, id) && Waits(alliance, person, alliance.Decisions[id], now);

    /// <summary>What of it waits for this person.</summary>
    internal static DecisionWants WantsOf(Alliance alliance, PersonId person, DecisionId id, Instant now) => Waits(alliance, person, id, now)
        ? alliance.Decisions[id] switch
        {
            { IsOpen: true } => DecisionWants.Voice,
            { State: DecisionState.ReviewDue } => DecisionWants.Review,
            _ => DecisionWants.Outcome,
        }
        : DecisionWants.Nothing;

    /// <summary>What "D4" or a title means to this person; null when nothing, or more than one thing.</summary>
    public static DecisionId? Find(Alliance alliance, PersonId reader, string text)
    {
        var wanted = text.Trim();
        var seen = alliance.Decisions.Where(decision => May.Do(alliance, reader, Act.SeeDecision, decision.Id)).ToList();
        var digits = wanted.Length > 1 && wanted[0] is 'd' or 'D' ? wanted.AsSpan(1) : default;
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return seen.Find(decision => decision.Number == number)?.Id;
        }

        return seen.FindAll(decision => string.Equals(decision.Proposal.Title.Text, wanted, StringComparison.OrdinalIgnoreCase)) is [var only]
            ? only.Id
            : null;
    }

    private static DecisionRow Row(Alliance alliance, Reader reader, Decision decision, Instant now)
    {
        var waits = reader is PersonReader { Person: var person } && Waits(alliance, person, decision, now);
        return new(
            decision.Id, decision.Number, decision.Revision, decision.Proposal.Title.Text, decision.State, decision.Proposal.Closes,
            Tally.Heard(decision), Tally.Asked(decision).Count, waits);
    }

    /// <summary>A partner of this person has not spoken, or what this person leads waits for its outcome or review.</summary>
    private static bool Waits(Alliance alliance, PersonId person, Decision decision, Instant now) => decision switch
    {
        { IsOpen: true } => DecisionRights.SpeaksFor(alliance, person, decision).Any(Tally.NotHeard(decision).Contains)
            && DecisionGuards.Refuses(alliance, decision, DecisionAct.Agree, now) is null,
        { State: DecisionState.Decided or DecisionState.NotDecided or DecisionState.ReviewDue } =>
            DecisionRights.Leads(alliance, person, decision),
        _ => false,
    };

    private static DecisionInside Inside(Alliance alliance, PersonId person, Decision decision)
    {
        var current = Tally.Current(decision);
        var seen = current.RemoveAll(voice => !DecisionRights.SeesVoice(alliance, person, decision, voice));
        var earlier = decision.Voices.RemoveAll(voice => voice.Version != decision.Version || current.Contains(voice)
            || !DecisionRights.SeesVoice(alliance, person, decision, voice));
        var missing = !decision.IsOpen ? decision.NotHeard
            : DecisionRights.Leads(alliance, person, decision) ? Tally.NotHeard(decision) : [];
        return new()
        {
            Voices = seen.Select(voice => Shown(alliance, voice)).ToValueList(),
            Hidden = current.Count - seen.Count,
            HasVoice = Tally.NotHeard(decision).Any(partner => alliance.IsOf(person, partner)),
            Earlier = earlier.Select(voice => Shown(alliance, voice)).ToValueList(),
            NotHeard = missing.Select(partner => Names.Of(alliance, partner)).ToValueList(),
            SpeaksFor = DecisionRights.SpeaksFor(alliance, person, decision).Select(partner => Names.Of(alliance, partner)).ToValueList(),
            Left = decision.Left.Select(partner => Names.Of(alliance, partner)).ToValueList(),
            EndReason = decision.EndReason?.Text,
            History = decision.History.Select(entry => new DecisionLine(
                entry.What, Names.Of(alliance, (PersonId?)entry.By), entry.At, entry.Said?.Text, entry.Date,
                entry.Partner is { } partner ? Names.Of(alliance, partner) : null)).ToValueList(),
        };
    }

    private static ReviewQuestion Question(Alliance alliance, ReviewMatter review) => new(
        review.What.Kind, review.Parties.Select(party => Names.Of(alliance, party)).ToValueList(),
        review.What.Leaving is { } leaving ? Names.Of(alliance, leaving) : null, review.What.LeavesOn, review.What.BackTo,
        review.Text is not null, review.Text?.Text);

    private static VoiceView Shown(Alliance alliance, Voice voice) => new(
        Names.Of(alliance, voice.Partner), Names.Of(alliance, voice.By), voice.Position, voice.Reason?.Text, voice.Acceptable?.Text,
        voice.At);

    private static ValueList<DecisionAct> ActsOf(Alliance alliance, Decision decision, PersonId person, Instant now) =>
        Enum.GetValues<DecisionAct>()
            .Where(act => DecisionGuards.Permits(alliance, decision, person, act)
                && DecisionGuards.Refuses(alliance, decision, act, now) is null && !IsSaid(alliance, decision, person, act)
                && (act != DecisionAct.ProposeAnew || decision.State == DecisionState.ReviewDue))
            .ToValueList();

    /// <summary>What one said already is not offered again; nor is a yes to who stands aside by the rules.</summary>
    private static bool IsSaid(Alliance alliance, Decision decision, PersonId person, DecisionAct act)
    {
        if (act > DecisionAct.Objection) return false;
        var own = DecisionRights.SpeaksFor(alliance, person, decision);
        if (own.Count != 1) return false;
        if (own[0] == decision.Proposal.MoneyOf && act != DecisionAct.StandAside) return true;
        return act is DecisionAct.Agree or DecisionAct.StandAside
            && Tally.Of(decision, own[0]) is { } voice && voice.By == person && DecisionDecider.ActOf(voice.Position) == act;
    }

    /// <summary>The charter in force when it was proposed: what the partners compare it with.</summary>
    private static CharterText? Compared(Alliance alliance, Decision decision)
    {
        CharterText? before = null;
        foreach (var version in alliance.Charter.Versions)
        {
            if (version.Decision == decision.Id) break;
            before = version.Text;
        }

        return before;
    }

    /// <summary>The version of the process in force when it was proposed, or before the one that this decision ratified.</summary>
    private static ProcessText? ProcessBefore(Alliance alliance, Decision decision)
    {
        ProcessText? before = null;
        if (decision.Proposal.Matter.Process is not { } id || alliance.Processes.Find(id) is not { } process) return before;
        foreach (var version in process.Versions)
        {
            if (version.Decision == decision.Id) break;
            if (version.Since <= (decision.ClosedAt ?? version.Since)) before = version.Text;
        }

        return before;
    }

    private static Named<DecisionId>? Named(Alliance alliance, DecisionId? id) =>
        id is { } known && alliance.Decisions.Find(known) is { } decision ? new(known, $"D{decision.Number}") : null;
}
