namespace AllianceBot.Domain;

/// <summary>Something happened to one process; its words lie on the process' own shelf.</summary>
public abstract record ProcessEvent(ProcessId Process) : AllianceEvent
{
    public override Shelf Shelf => Shelf.Of(Process);
}

/// <summary>Somebody began a draft.</summary>
[EventName("process.started.v1")]
public sealed record ProcessStarted(ProcessId Process, int Number, ProcessText Text) : ProcessEvent(Process);

/// <summary>The draft was written anew.</summary>
[EventName("process.changed.v1")]
public sealed record ProcessChanged(ProcessId Process, ProcessText Text) : ProcessEvent(Process);

/// <summary>The draft was thrown away.</summary>
[EventName("process.draft-dropped.v1")]
public sealed record ProcessDraftDropped(ProcessId Process) : ProcessEvent(Process);

/// <summary>Every partner agreed: the text that was put to them holds from now on.</summary>
[EventName("process.ratified.v1")]
public sealed record ProcessRatified(ProcessId Process, int Number, DecisionId Decision) : ProcessEvent(Process);

/// <summary>A partner ratified the version in force later.</summary>
[EventName("process.joined.v1")]
public sealed record ProcessJoined(ProcessId Process, int Number, PartnerId Partner) : ProcessEvent(Process);
