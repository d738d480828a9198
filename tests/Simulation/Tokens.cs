using System.Text.RegularExpressions;
using AllianceBot.Domain;

namespace Simulation;

/// <summary>Where a text that somebody wrote belongs: the promise, between which partners, and whether it is part of its terms.</summary>
internal sealed record Secret(AllianceId Alliance, PartnerId Doer, PartnerId Receiver, bool IsForAll, bool IsTerms)
{
    /// <summary>The promise or decision on whose shelf it lies.</summary>
    public Subject? Item { get; init; }

    /// <summary>Of a case: the facilitator may be its neutral, and who sorts out trouble elsewhere reads nothing.</summary>
    public bool IsOfCase { get; init; }
}

/// <summary>What a partner said with its voice: who may read it depends on who has spoken.</summary>
internal sealed record Spoken(AllianceId Alliance, DecisionId Decision, PartnerId Partner, Position Position);

/// <summary>
/// Every text that is written carries a word of its own, so that each screen can be held against a second opinion of who
/// may read it. It is simpler than the domain's table, so it allows a little more, never less.
/// </summary>
internal sealed partial class Tokens
{
    private readonly Dictionary<string, Secret> secrets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Spoken> voices = new(StringComparer.Ordinal);

    public string New(Secret secret)
    {
        var token = $"zq{secrets.Count}zq";
        secrets.Add(token, secret);
        return token;
    }

    public string Spoken(Spoken voice)
    {
        var token = $"zv{voices.Count}zv";
        voices.Add(token, voice);
        return token;
    }

    /// <summary>The voices on a screen.</summary>
    public IEnumerable<Spoken> VoicesIn(string text) => Voice().Matches(text).Select(match => voices[match.Value]);

    /// <summary>What stands on a screen.</summary>
    public IEnumerable<Secret> In(string text) => Token().Matches(text).Select(match => secrets[match.Value]);

    /// <summary>The words on a screen that this person must not read.</summary>
    public IEnumerable<string> Forbidden(PersonId reader, string text) =>
        from match in Token().Matches(text)
        let secret = secrets[match.Value]
        where !MayRead(reader, secret)
        select $"{reader} reads {match.Value} of {secret}";

    private static bool MayRead(PersonId reader, Secret secret)
    {
        if (Cast.IsOf(reader, secret.Doer) || Cast.IsOf(reader, secret.Receiver) || reader == Cast.Facilitator) return true;
        if (secret.IsOfCase) return false;
        return Cast.PeopleOf(secret.Alliance).Contains(reader)
            && ((secret.IsForAll && secret.IsTerms) || reader == Cast.Troubleshooter(secret.Alliance));
    }

    [GeneratedRegex("zv[0-9]+zv")]
    private static partial Regex Voice();

    // Not within an id, which may hold such letters by chance.
    [GeneratedRegex("(?<![0-9A-Za-z_-])zq[0-9]+zq(?![0-9A-Za-z_-])")]
    private static partial Regex Token();
}
