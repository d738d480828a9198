using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The names that one person may use in one alliance: what is not known to that person is not in it.</summary>
internal interface INames
{
    /// <summary>The people and partners of this key: a name, part of a name, or "person:(id)".</summary>
    IReadOnlyList<Known> Find(string key);

    /// <summary>The one person or partner whose name was nearly typed; null when there is none, or more than one.</summary>
    Known? Almost(string key);

    /// <summary>The promise of this number or name.</summary>
    FoundCommitment Promise(string text);

    /// <summary>The decision of this number: "D4"; null when it is not known.</summary>
    DecisionId? Decision(string text);

    /// <summary>The process of this number or name; null when it is not known.</summary>
    ProcessId? Process(string text);

    /// <summary>The case of this number: "K7F2"; null when it is not known to the speaker.</summary>
    CaseId? Case(string text);

    /// <summary>The round of this number: "R2"; null when it is not known.</summary>
    RoundId? Round(string text);

    /// <summary>The round as it is typed: "R2"; null when it is not known.</summary>
    string? Number(RoundId round);

    /// <summary>The indicator of this number: "I5"; null when it is not known.</summary>
    IndicatorId? Indicator(string text);

    /// <summary>The goal of this number, counted from 1, or of this text.</summary>
    GoalId? Goal(string key);

    /// <summary>The goal as it is typed: its number.</summary>
    string Number(GoalId goal);

    /// <summary>The promise as it is typed: "P12"; null when it is not known.</summary>
    string? Number(CommitmentId promise);

    /// <summary>The decision as it is typed: "D4"; null when it is not known.</summary>
    string? Number(DecisionId decision);

    /// <summary>The process as it is typed: "process 2"; null when it is not known.</summary>
    string? Number(ProcessId process);

    /// <summary>The case as it is typed: "K7F2"; null when it is not known to the speaker.</summary>
    string? Number(CaseId conflict);

    /// <summary>The indicator as it is typed: "I5"; null when it is not known.</summary>
    string? Number(IndicatorId indicator);

    /// <summary>What to type for a person or partner so that nobody else is meant.</summary>
    string NameOf(Subject who);

    /// <summary>The partner that a person belongs to, or that a partner is.</summary>
    PartnerId? PartnerOf(Subject who);

    /// <summary>Whether it is the speaker's own side: a partner the speaker acts for, or somebody of it.</summary>
    bool IsOwn(Subject who);
}

/// <summary>A person or partner by name.</summary>
/// <param name="Who">Which.</param>
/// <param name="Name">The whole name.</param>
/// <param name="Detail">The partner of a person.</param>
internal sealed record Known(Subject Who, string Name, string Detail);
