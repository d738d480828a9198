using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The state of one alliance: the fold of its stream, immutable, with all that rules and views need.</summary>
public sealed record Alliance
{
    public AllianceId Id { get; init; }

    /// <summary>How many events are folded in; 0 before the alliance is created.</summary>
    public long Version { get; init; }

    /// <summary>When the last event happened; time never runs backwards in an alliance.</summary>
    public Instant LastAt { get; init; }

    public Words? Name { get; init; }

    /// <summary>The zone of due dates and of everything that names no other, as a TZDB id.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    public Settings Settings { get; init; } = Settings.Default;

    /// <summary>The alliance's working days; a partner may have its own.</summary>
    public Workdays Workdays { get; init; } = Workdays.MondayToFriday;

    public Words? Purpose { get; init; }

    public ValueList<Goal> Goals { get; init; }

    /// <summary>Goals that were removed; promises made for them still name them.</summary>
    public ValueList<Goal> PastGoals { get; init; }

    /// <summary>What the partnership does not do.</summary>
    public ValueList<Exclusion> Exclusions { get; init; }

    public Items<PartnerId, Partner> Partners { get; init; } = Items<PartnerId, Partner>.Empty;

    /// <summary>Everyone who is or was in; who left keeps an entry without roles, so that records stay readable.</summary>
    public Items<PersonId, Person> People { get; init; } = Items<PersonId, Person>.Empty;

    public ValueList<RoleAssignment> Roles { get; init; }

    public ValueList<FundingTie> FundingTies { get; init; }

    public Items<InvitationId, Invitation> Invitations { get; init; } = Items<InvitationId, Invitation>.Empty;

    /// <summary>One-time codes that were handed out for linking a second handle, by keyed hash.</summary>
    public ValueList<LinkCode> LinkCodes { get; init; }

    /// <summary>The team channels and group chats of this alliance, by keyed hash.</summary>
    public ValueList<string> Places { get; init; }

    /// <summary>The home place, one of the places, by keyed hash; null while there is none.</summary>
    public string? Home { get; init; }

    /// <summary>Places where the bot is no more. They stay places: when it comes back, all is as it was.</summary>
    public ValueList<string> GonePlaces { get; init; }

    /// <summary>The home place while it can be written to.</summary>
    public string? LivingHome => Home is { } home && !GonePlaces.Contains(home) ? home : null;

    public Items<CommitmentId, Commitment> Commitments { get; init; } = Items<CommitmentId, Commitment>.Empty;

    /// <summary>The last promise number handed out: the next is P(n+1).</summary>
    public int LastPromise { get; init; }

    public Items<DecisionId, Decision> Decisions { get; init; } = Items<DecisionId, Decision>.Empty;

    /// <summary>The last decision number handed out: the next is D(n+1).</summary>
    public int LastDecision { get; init; }

    public Charter Charter { get; init; } = Charter.None;

    public Items<IndicatorId, Indicator> Indicators { get; init; } = Items<IndicatorId, Indicator>.Empty;

    /// <summary>The last indicator number handed out: the next is I(n+1).</summary>
    public int LastIndicator { get; init; }

    /// <summary>The processes for conflicts, with every version that was ratified.</summary>
    public Items<ProcessId, Process> Processes { get; init; } = Items<ProcessId, Process>.Empty;

    public Items<ConcernId, Concern> Concerns { get; init; } = Items<ConcernId, Concern>.Empty;

    public Items<CaseId, Case> Cases { get; init; } = Items<CaseId, Case>.Empty;

    public Items<RoundId, Round> Rounds { get; init; } = Items<RoundId, Round>.Empty;

    /// <summary>The last number of a round handed out: the next is R(n+1).</summary>
    public int LastRound { get; init; }

    public BenchmarkNotes Benchmarks { get; init; } = BenchmarkNotes.None;

    public Items<CheckInId, CheckIn> CheckIns { get; init; } = Items<CheckInId, CheckIn>.Empty;

    /// <summary>How each person wants to be asked, where they said so or were asked.</summary>
    public Items<PersonId, Prompts> Prompts { get; init; } = Items<PersonId, Prompts>.Empty;

    /// <summary>The latest set-up acts. They set a value, so they carry no revision and are recognised by this.</summary>
    public ValueList<DoneAsk> DoneAsks { get; init; }

    /// <summary>Who gets the weekly digest, how, and what was made.</summary>
    public Items<PersonId, DigestBook> Digests { get; init; } = Items<PersonId, DigestBook>.Empty;

    /// <summary>Who does something that digests speak of, and when it was last shown to them beforehand.</summary>
    public Items<PersonId, PreviewBook> Previews { get; init; } = Items<PersonId, PreviewBook>.Empty;

    public DigestDays DigestDays { get; init; }

    /// <summary>Joint stories, shown and waiting.</summary>
    public Items<StoryId, JointStory> Stories { get; init; } = Items<StoryId, JointStory>.Empty;

    /// <summary>The newest thanks, oldest first.</summary>
    public ValueList<Thank> Thanks { get; init; }

    public ValueList<ParkedItem> Parked { get; init; }

    public ValueList<PushedItem> Pushed { get; init; }

    /// <summary>What there was nobody to tell, so that it is said once.</summary>
    public ValueList<UntoldNotice> Untold { get; init; }

    /// <summary>When each waiting item next needs the clock, sorted by instant.</summary>
    public DueIndex Due { get; init; } = DueIndex.Empty;

    /// <summary>When the story next needs the clock; null while nothing waits.</summary>
    public Instant? NextDue => Due.First;

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb[Zone];

    /// <summary>The date of an instant in the alliance's zone: the date that due dates are compared with.</summary>
    public LocalDate DateOf(Instant at) => at.InZone(TimeZone).Date;
}
