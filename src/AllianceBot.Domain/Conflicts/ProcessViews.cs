using System.Globalization;

namespace AllianceBot.Domain;

/// <summary>Processes for their readers. They are for all members, and nothing of them is hidden from a place.</summary>
public static class ProcessViews
{
    /// <summary>The draft, the version in force or an earlier one; null for who may not know of it, and for a version there is not.</summary>
    /// <param name="version">0 for the draft; null for what holds, or for the draft while nothing does.</param>
    public static ProcessCard? Card(Alliance alliance, Reader reader, ProcessId id, int? version = null)
    {
        if (alliance.Processes.Find(id) is not { } process || !May.See(alliance, reader, Act.SeeProcess, id)) return null;
        var shown = version is { } number ? process.Version(number) : process.Current;
        var text = shown?.Text ?? (version is null or 0 ? process.Draft : null);
        if (text is null) return null;
        var draft = shown is null;
        var before = draft ? process.Current?.Text : process.Version(shown!.Number - 1)?.Text;
        return new()
        {
            Id = id,
            Number = process.Number,
            Revision = process.Revision,
            State = StateOf(alliance, process),
            IsDraft = draft,
            Version = shown?.Number,
            Since = shown?.Since,
            SupersededAt = shown?.SupersededAt,
            Versions = process.Versions.Count,
            HasDraft = process is { Draft: not null, Dropped: false },
            Name = text.Name.Text,
            Kinds = text.Kinds,
            Rungs = text.Rungs.Select(static (rung, at) => ProcessRung.Of(rung, at + 1)).ToValueList(),
            Final = text.Final,
            Grounds = text.Grounds.Select(static ground => ground.Text).ToValueList(),
            Responses = text.Responses.Select(static step => new ProcessResponse(step.Response, step.Text.Text)).ToValueList(),
            StatementsKeptDays = text.StatementsKeptDays,
            FollowUpDays = text.FollowUpDays,
            NoProgressDays = text.NoProgressDays,
            Changes = before is null ? [] : ProcessChanges.Between(before, text),
            Ratified = shown is null ? [] : Named(alliance, shown.Ratified.RemoveAll(partner => !IsIn(alliance, partner))),
            Outside = shown == process.Current ? Outside(alliance, process) : [],
            UnderWay = Processes.UnderWay(alliance, id) is { } decision ? new(decision.Id, $"D{decision.Number}") : null,
            StandsInTheWay = draft && !process.Dropped ? ProcessRules.Fits(alliance, id, text) : null,
            Acts = ActsOf(alliance, reader, process, draft),
            Zone = alliance.Zone,
        };
    }

    /// <summary>Every process, those in force first.</summary>
    public static ValueList<ProcessRow> List(Alliance alliance, Reader reader) => alliance.Processes
        .Where(process => !process.Dropped && May.See(alliance, reader, Act.SeeProcess, process.Id))
        .OrderBy(static process => process.Current is null).ThenBy(static process => process.Number)
        .Select(process => new ProcessRow(
            process.Id, process.Number, process.Text?.Name.Text, StateOf(alliance, process), process.Text?.Kinds ?? [], process.Text?.Rungs.Count ?? 0,
            Outside(alliance, process), Processes.UnderWay(alliance, process.Id) is { } decision ? new(decision.Id, $"D{decision.Number}") : null))
        .Take(Limits.List).ToValueList();

    /// <summary>Kinds of conflict for which nothing is agreed and nothing is under way.</summary>
    public static ValueList<ConflictKind> Uncovered(Alliance alliance) => Enum.GetValues<ConflictKind>()
        .Where(kind => Processes.Covering(alliance, kind) is null && Processes.ComingFor(alliance, kind) is null).ToValueList();

    /// <summary>What "2" or a name means to this person; null when nothing, or more than one thing.</summary>
    public static ProcessId? Find(Alliance alliance, PersonId reader, string text)
    {
        var wanted = text.Trim();
        var seen = alliance.Processes.Where(process => May.Do(alliance, reader, Act.SeeProcess, process.Id)).ToList();
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return seen.Find(process => process.Number == number)?.Id;
        }

        return seen.FindAll(process => !process.Dropped && string.Equals(process.Text?.Name.Text, wanted, StringComparison.OrdinalIgnoreCase)) is [var only]
            ? only.Id
            : null;
    }

    /// <summary>Partners that are in and have not ratified the version in force; none while none is.</summary>
    public static ValueList<Named<PartnerId>> Outside(Alliance alliance, Process process) => process.Current is not { } current
        ? []
        : Named(alliance, alliance.Partners.Where(partner => !partner.Left && !current.Ratified.Contains(partner.Id))
            .Select(static partner => partner.Id).ToValueList());

    private static ProcessState StateOf(Alliance alliance, Process process) => process switch
    {
        { Dropped: true } => ProcessState.Dropped,
        _ when Processes.UnderWay(alliance, process.Id) is not null => process.Current is null ? ProcessState.Ratifying : ProcessState.InForceChanging,
        { Current: not null } => ProcessState.InForce,
        _ => ProcessState.Draft,
    };

    private static ValueList<ProcessAct> ActsOf(Alliance alliance, Reader reader, Process process, bool draft)
    {
        if (reader is not PersonReader { Person: var person }) return [];
        var acts = new List<ProcessAct>();
        var drafts = May.Do(alliance, person, Act.DraftProcess, alliance.Id);
        var speaksOutside = Outside(alliance, process).Any(partner => May.Do(alliance, person, Act.SpeakForPartner, partner.Id));
        if (!draft && speaksOutside) acts.Add(ProcessAct.Ratify);
        if (draft && May.Do(alliance, person, Act.ProposeDecision, alliance.Id)
            && ProcessDecider.CannotPropose(alliance, process.Id) is null) acts.Add(ProcessAct.Propose);
        if (drafts)
        {
            acts.Add(ProcessAct.ChangeRung);
            acts.Add(ProcessAct.AddRung);
            acts.Add(ProcessAct.Change);
        }

        if (!draft && process is { Draft: not null, Dropped: false }) acts.Add(ProcessAct.ShowDraft);
        if (draft && process.Current is not null) acts.Add(ProcessAct.ShowInForce);
        if (draft && drafts && !process.Dropped && Processes.UnderWay(alliance, process.Id) is null) acts.Add(ProcessAct.Drop);
        return acts.ToValueList();
    }

    private static ValueList<Named<PartnerId>> Named(Alliance alliance, ValueList<PartnerId> partners) =>
        partners.Select(partner => Names.Of(alliance, partner)).ToValueList();

    private static bool IsIn(Alliance alliance, PartnerId partner) => alliance.Partners.Find(partner) is { Left: false };
}
