using System.Text.RegularExpressions;
using AllianceBot.Domain;

namespace Simulation;

/// <summary>Where a text that somebody wrote belongs: the promise, between which partners, and whether it is part of its terms.</summary>
internal sealed record Secret(AllianceId Alliance, PartnerId Doer, PartnerId Receiver, bool IsForAll, bool IsTerms);

/// <summary>
/// Every text that is written carries a word of its own, so that each screen can be held against a second opinion of who
/// may read it. It is simpler than the domain's table, so it allows a little more, never less.
/// </summary>
internal sealed partial class Tokens
{
    private readonly Dictionary<string, Secret> secrets = new(StringComparer.Ordinal);

    public string New(Secret secret)
    {
        var token = $"zq{secrets.Count}zq";
        secrets.Add(token, secret);
        return token;
    }

    /// <summary>The words on a screen that this person must not read.</summary>
    public IEnumerable<string> Forbidden(PersonId reader, string text) =>
        from match in Token().Matches(text)
        let secret = secrets[match.Value]
        where !MayRead(reader, secret)
        select $"{reader} reads {match.Value} of {secret}";

    private static bool MayRead(PersonId reader, Secret secret)
    {
        if (Cast.IsOf(reader, secret.Doer) || Cast.IsOf(reader, secret.Receiver) || reader == Cast.Facilitator) return true;
        return Cast.PeopleOf(secret.Alliance).Contains(reader)
            && ((secret.IsForAll && secret.IsTerms) || reader == Cast.Troubleshooter(secret.Alliance));
    }

    // Not within an id, which may hold such letters by chance.
    [GeneratedRegex("(?<![0-9A-Za-z_-])zq[0-9]+zq(?![0-9A-Za-z_-])")]
    private static partial Regex Token();
}
