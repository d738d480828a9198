using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The rules of processes: drafted, put to all partners in exactly one text, in force, superseded, ratified later.</summary>
public static class ProcessDecider
{
    /// <summary>A decision about it is under way.</summary>
    public static readonly Refusal UnderWay = new("process.under-way");
    public static readonly Refusal NoDraft = new("process.no-draft");
    public static readonly Refusal NotInForce = new("process.not-in-force");
    public static readonly Refusal RatifiedAlready = new("process.ratified-already");

    /// <summary>Facts: number. A later version took its place.</summary>
    public static readonly Refusal Superseded = new("process.superseded");
    public static readonly Refusal TooMany = new Refusal("limit.processes").With("limit", $"{Limits.Processes}");

    public static ValueList<Refusal> Refusals =>
        [UnderWay, NoDraft, NotInForce, RatifiedAlready, Superseded, TooMany, .. ProcessRules.All];

    public static Outcome Decide(Alliance alliance, ProcessCommand command, CommandContext context)
    {
        if (command is StartProcess start) return Start(alliance, start, context);
        if (alliance.Processes.Find(command.Process) is not { } process || !Permits(alliance, command, context.By)) return Refusal.NotYours;
        if (process.LastAsk == command.Ask && process.LastBy == context.By) return Outcome.Nothing;
        if (command is RatifyProcess ratify) return Ratify(process, ratify);
        if (command.Revision != process.Revision) return Refusal.Stale(process.Id);
        return command switch
        {
            ChangeProcess change => Change(alliance, process, change.Text),
            DropProcessDraft when process.Draft is null || process.Dropped => NoDraft,
            DropProcessDraft when Processes.UnderWay(alliance, process.Id) is not null => UnderWay,
            DropProcessDraft => new ProcessDraftDropped(process.Id),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>Why the draft of this process cannot be put to the partners, or null.</summary>
    public static Refusal? CannotPropose(Alliance alliance, ProcessId? id)
    {
        if (id is not { } known || alliance.Processes.Find(known) is not { } process) return Refusal.NotYours;
        if (Processes.UnderWay(alliance, known) is not null) return UnderWay;
        if (process.Draft is not { } draft || process.Dropped) return NoDraft;
        return ProcessRules.Fits(alliance, known, draft);
    }

    /// <summary>
    /// What a decision that was agreed to makes of it. What changed meanwhile may stand in its way, and then it says so:
    /// another process for the same kind, or a rung that nobody can attend any more.
    /// </summary>
    internal static ValueList<AllianceEvent> CarriedOut(Alliance alliance, Decision decision)
    {
        if (decision.Proposal.Matter.Process is not { } id || alliance.Processes.Find(id) is not { } process || decision.Process is not { } text) return [];
        return ProcessRules.Fits(alliance, id, text) is { } wrong
            ? [new DecisionNotCarriedOut(decision.Id, wrong.Code)]
            : [new ProcessRatified(id, process.Versions.Count + 1, decision.Id)];
    }

    private static bool Permits(Alliance alliance, ProcessCommand command, PersonId by) => command is RatifyProcess ratify
        ? May.Do(alliance, by, Act.SpeakForPartner, ratify.Partner)
        : May.Do(alliance, by, Act.DraftProcess, alliance.Id);

    private static Outcome Start(Alliance alliance, StartProcess start, CommandContext context)
    {
        if (alliance.Processes.Find(start.Process) is { } known)
        {
            return known.StartedBy == context.By && alliance.IsMember(context.By) ? Outcome.Nothing : Refusal.NotYours;
        }

        if (!May.Do(alliance, context.By, Act.DraftProcess, alliance.Id)) return Refusal.NotYours;
        if (!Ids.IsValid(start.Process)) return SetUpDecider.BadId;
        if (alliance.Processes.Count >= Limits.Processes) return TooMany;
        return ProcessRules.Check(alliance, start.Process, start.Text)
            ?? (Outcome)new ProcessStarted(start.Process, alliance.Processes.Count + 1, start.Text);
    }

    private static Outcome Change(Alliance alliance, Process process, ProcessText text)
    {
        if (text == (process.Draft ?? process.Current?.Text) && !process.Dropped) return Outcome.Nothing;
        return ProcessRules.Check(alliance, process.Id, text) ?? (Outcome)new ProcessChanged(process.Id, text);
    }

    private static Outcome Ratify(Process process, RatifyProcess ratify)
    {
        if (process.Current is not { } current) return NotInForce;
        if (ratify.Number != current.Number) return Superseded.With("number", $"{current.Number}");
        return current.Ratified.Contains(ratify.Partner)
            ? RatifiedAlready.With("partner", ratify.Partner.Value)
            : new ProcessJoined(process.Id, current.Number, ratify.Partner);
    }
}
