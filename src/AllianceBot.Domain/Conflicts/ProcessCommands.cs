namespace AllianceBot.Domain;

/// <summary>What may be asked of one process. What makes one has revision 0, all else the revision its card showed.</summary>
public abstract record ProcessCommand(ProcessId Process, int Revision, AskId Ask) : Command(Ask);

/// <summary>Begins a draft. Nothing of it holds before every partner agreed to it.</summary>
public sealed record StartProcess(ProcessId Process, AskId Ask, ProcessText Text) : ProcessCommand(Process, 0, Ask);

/// <summary>Writes the draft anew, as a whole. What is in force stays as it is.</summary>
public sealed record ChangeProcess(ProcessId Process, int Revision, AskId Ask, ProcessText Text) : ProcessCommand(Process, Revision, Ask);

/// <summary>Throws the draft away; of a process in force only what was to change.</summary>
public sealed record DropProcessDraft(ProcessId Process, int Revision, AskId Ask) : ProcessCommand(Process, Revision, Ask);

/// <summary>A partner that came later, or was not asked, ratifies the version in force.</summary>
/// <param name="Number">The version that it read.</param>
public sealed record RatifyProcess(ProcessId Process, int Revision, AskId Ask, int Number, PartnerId Partner)
    : ProcessCommand(Process, Revision, Ask);
