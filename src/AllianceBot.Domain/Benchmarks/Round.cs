using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// One round of the Working Together Benchmarks, the framework of Chris Kloth, ChangeWorks of the Heartland: six components,
/// taken in their order, over as many meetings as it needs.
/// </summary>
public sealed record Round
{
    public RoundId Id { get; init; }

    /// <summary>The number people type: R2.</summary>
    public int Number { get; init; }

    /// <summary>Counts everything that changes what a card shows.</summary>
    public int Revision { get; init; }

    /// <summary>The revision of the last step on: whoever saw less speaks of another moment. Words and lines stand beside each other.</summary>
    public int Moved { get; init; }

    public RoundState State { get; init; }

    /// <summary>Who planned it, and everyone who ran a part of it.</summary>
    public PersonId Facilitator { get; init; }

    public ValueList<PersonId> Ran { get; init; }

    /// <summary>The partners it is for, frozen when it started.</summary>
    public ValueList<PartnerId> Roster { get; init; }

    /// <summary>Partners of the roster that left the alliance meanwhile; they are not waited for.</summary>
    public ValueList<PartnerId> Left { get; init; }

    /// <summary>The sums of the ledger when it started; null before, and where they were not kept.</summary>
    public Baseline? Baseline { get; init; }

    public ValueList<LocalDate> Meetings { get; init; }

    /// <summary>The planned meeting of which the facilitator was reminded last.</summary>
    public LocalDate? Reminded { get; init; }

    /// <summary>Meetings that were held; the last one may be going on.</summary>
    public ValueList<MeetingHeld> Held { get; init; }

    /// <summary>Who is in the present meeting, or was in the last one.</summary>
    public ValueList<PersonId> Present { get; init; }

    public Instant? BreakUntil { get; init; }

    public ValueList<Component> Components { get; init; }

    /// <summary>What was caught while people spoke, in the order in which it was.</summary>
    public ValueList<Line> Lines { get; init; }

    public Instant? StartedAt { get; init; }

    /// <summary>When somebody last did something in it.</summary>
    public Instant ActiveAt { get; init; }

    public Instant? CompletedAt { get; init; }

    /// <summary>When it is looked at again.</summary>
    public LocalDate? Review { get; init; }

    /// <summary>Why it was given up, or what was said when it was looked at again.</summary>
    public Words? EndReason { get; init; }

    public ValueList<RoundEntry> History { get; init; }

    /// <summary>When its words were destroyed, as the data agreement says.</summary>
    public Instant? WordsGone { get; init; }

    /// <summary>The latest asks, with who made them: the same again gets the same answer and no event.</summary>
    public ValueList<DoneAsk> Asks { get; init; }

    public bool IsMeeting => Held.Count > 0 && Held[^1].Until is null;

    /// <summary>It is under way: started and not yet complete, or laid aside for now.</summary>
    public bool IsRunning => State is RoundState.Open or RoundState.Suspended;

    /// <summary>The component with this number, 1 to 6.</summary>
    public Component Of(int number) => Components[number - 1];

    /// <summary>What is talked about now: what was reopened first, else the first that has no record; null when all have one.</summary>
    public Component? Current
    {
        get
        {
            foreach (var component in Components)
            {
                if (component.IsUnderWay) return component;
            }

            return null;
        }
    }

    public bool Has(int number) => number is >= 1 and <= ComponentKinds.Count && Components.Count == ComponentKinds.Count;
}

/// <summary>Where a round stands.</summary>
public enum RoundState
{
    Planned,
    Open,
    Complete,

    /// <summary>The day came to look at it again.</summary>
    ReviewDue,
    Reviewed,

    /// <summary>Nothing happened for a long time: it waits to be taken up or given up.</summary>
    Suspended,
    Abandoned,
}

/// <summary>A meeting from when to when; null while it goes on.</summary>
public sealed record MeetingHeld(Instant From, Instant? Until);

/// <summary>One line of a round's history: steps, never words.</summary>
public sealed record RoundEntry(string What, PersonId By, Instant At, int Component = 0);

/// <summary>The six components, in their order.</summary>
public static class ComponentKinds
{
    public const int Count = 6;

    public const int Purpose = 1;
    public const int Power = 2;
    public const int Interdependence = 3;
    public const int Trust = 4;
    public const int Control = 5;
    public const int Progress = 6;
}
