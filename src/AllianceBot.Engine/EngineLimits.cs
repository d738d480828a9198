using NodaTime;

namespace AllianceBot.Engine;

/// <summary>The limits of the engine, in one place.</summary>
public static class EngineLimits
{
    /// <summary>Asks that may wait for one alliance; the next one is turned away and nothing is done.</summary>
    public const int QueuedPerAlliance = 256;

    /// <summary>Works that become durable with one fsync.</summary>
    public const int Group = 128;

    /// <summary>How often a command is decided anew because another node appended first.</summary>
    public const int Conflicts = 5;

    /// <summary>Recent asks by which one alliance recognises what comes twice.</summary>
    public const int RecentAsks = 512;

    /// <summary>Typed words remembered per alliance, for those that come again with a new transport id.</summary>
    public const int RecentTyped = 64;

    /// <summary>Bytes of a stored event times this is about what it takes in memory, with its part of the state.</summary>
    public const int MemoryPerStoredByte = 8;

    /// <summary>What one loaded alliance takes even when it is empty.</summary>
    public const int MemoryPerAlliance = 4_096;

    /// <summary>After so many loads it is looked whether all loaded alliances still fit.</summary>
    public const int LoadsPerTrim = 16;

    /// <summary>How long a turn waits for the people of a place.</summary>
    public static readonly TimeSpan MembersWithin = TimeSpan.FromSeconds(3);

    /// <summary>Alliances struck at once.</summary>
    public const int Strikes = 64;

    /// <summary>Deliveries under way at once.</summary>
    public const int Deliveries = 64;

    /// <summary>Notices of one person that become one card at most.</summary>
    public const int Bundle = 20;

    /// <summary>Stale cards of a subject that are refreshed.</summary>
    public const int RefreshedCards = 5;

    /// <summary>Cards of one subject that are brought up to date when words of it died.</summary>
    public const int ForgottenCards = 2_000;

    /// <summary>A card that words of it died on and that could not be reached is tried again after this ...</summary>
    public static readonly Duration ForgottenAgain = Duration.FromMinutes(10);

    /// <summary>... for so long. A process that starts anew goes on with what died since then.</summary>
    public static readonly Duration ForgottenFor = Duration.FromDays(7);

    /// <summary>Subjects waiting for their stale cards to be refreshed; the oldest are dropped.</summary>
    public const int RefreshQueue = 10_000;

    /// <summary>Handles, addresses, places kept in memory, each.</summary>
    public const int DirectoryCache = 50_000;

    /// <summary>Addresses whose sealed form is kept in memory.</summary>
    public const int SealedAddresses = 20_000;

    /// <summary>Conversations whose last used alliance is remembered.</summary>
    public const int LastUsed = 50_000;

    /// <summary>Rows read from the outbox in one step.</summary>
    public const int OutboxRows = 256;

    /// <summary>Held rows of one alliance that are looked at again when a calendar changes; the others wait their time.</summary>
    public const int Reopened = 1_000;

    /// <summary>Rows looked at when the store is tidied, in one work of the committer.</summary>
    public const int Tidied = 250;

    /// <summary>Such works at once.</summary>
    public const int TidyParts = 20;

    /// <summary>Items of one alliance that the auditor reports at once.</summary>
    public const int AuditedItems = 20;

    /// <summary>Cards shown that are written together, in one work of the committer.</summary>
    public const int ShownTogether = 32;

    /// <summary>So many cards shown are written even before their time.</summary>
    public const int ShownWaiting = 20_000;

    /// <summary>Notices waiting for somebody's address that are known after a start.</summary>
    public const int WaitingForAddress = 100_000;

    /// <summary>An alliance that did not move on when its time came is looked at again after this.</summary>
    public static readonly Duration Push = Duration.FromHours(1);

    /// <summary>Notices of an alliance that cannot be read now are looked at again after this.</summary>
    public static readonly Duration AwayFor = Duration.FromMinutes(1);

    /// <summary>Where a notice stands that waits for somebody's address: later than any clock.</summary>
    public static readonly Instant Unreached = Instant.FromUtc(9000, 1, 1, 0, 0);

    /// <summary>An ask that still waits after this is dropped, with nothing done.</summary>
    public static readonly TimeSpan AskTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Typed words that come again within this count as the same ask.</summary>
    public static readonly Duration TypedAgain = Duration.FromSeconds(90);

    /// <summary>A claim of the outbox counts as lost after this.</summary>
    public static readonly Duration SendingDeadline = Duration.FromSeconds(90);

    /// <summary>A turn that lived for so long after its append has shown what it shows by itself.</summary>
    public static readonly Duration InTurn = Duration.FromSeconds(15);

    /// <summary>Settled notices stay for so long, for whoever looks what became of them.</summary>
    public static readonly Duration KeptSettled = Duration.FromDays(1);

    /// <summary>Where a card was shown is known for so long: words on it may have to die.</summary>
    public static readonly Duration KeptCards = Duration.FromDays(1_096);

    /// <summary>How often the outbox is counted.</summary>
    public static readonly Duration Counted = Duration.FromMinutes(1);

    /// <summary>A step that did not happen for so long was forgotten.</summary>
    public static readonly Duration AuditGrace = Duration.FromMinutes(10);

    /// <summary>Cards shown reach the store after this.</summary>
    public static readonly Duration ShownLater = Duration.FromSeconds(5);

    /// <summary>A personal chat with several alliances goes on in the last used one for so long.</summary>
    public static readonly Duration LastUsedFor = Duration.FromHours(8);

    /// <summary>How often the engine notes that it lives.</summary>
    public static readonly Duration Heartbeat = Duration.FromSeconds(30);

    /// <summary>A gap between heartbeats above this was an outage.</summary>
    public static readonly Duration Outage = Duration.FromMinutes(5);

    /// <summary>An item whose step lies in the past for longer than this after a strike is reported.</summary>
    public static readonly Duration Overdue = Duration.FromMinutes(1);
}
