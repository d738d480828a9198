using System.Security.Cryptography;
using System.Text;
using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>
/// One-time codes: 8 characters that cannot be mistaken for each other. A code is made from the ask by the directory's keyed
/// hash, so that the same form sent twice gives the same code, and nobody without the key can guess one.
/// </summary>
internal sealed class Codes(IDirectory directory)
{
    private const int Length = 8;
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Wrong codes that one account may type within <see cref="Span"/>.</summary>
    private const int Tries = 5;

    private static readonly Duration Span = Duration.FromMinutes(10);

    private readonly Memory<List<Instant>> wrong = new(10_000);

    /// <summary>The code of an ask, as it is read out: "ABCD-2345".</summary>
    public string Of(AskId ask)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(directory.Hash("one-time-code", ask.Value)));
        var code = string.Concat(digest.Take(Length).Select(static octet => Letters[octet % Letters.Length]));
        return $"{code[..4]}-{code[4..]}";
    }

    public string Hash(string code) => directory.Hash("code", Plain(code)!);

    /// <summary>The code in what was typed, without hyphens and spaces; null when it cannot be one.</summary>
    public static string? Plain(string? typed)
    {
        if (typed is null || typed.Length > 40) return null;
        var plain = string.Concat(typed.Where(static letter => letter is not ('-' or ' ' or '.')).Select(char.ToUpperInvariant));
        return plain.Length == Length && plain.All(static letter => Letters.Contains(letter)) ? plain : null;
    }

    /// <summary>
    /// Whether somebody who is in means a code by it: it has a digit or a hyphen, or stands in capitals. A plain word of eight
    /// letters, like "calendar", is a word.
    /// </summary>
    public static bool LooksLikeOne(string typed) => Plain(typed) is not null
        && (typed.Any(static letter => char.IsAsciiDigit(letter) || letter == '-') || !typed.Any(char.IsLower));

    /// <summary>Minutes until this account may try again; 0 when it may now.</summary>
    public int Wait(Handle handle, Instant now)
    {
        var tries = wrong.Find(KeyOf(handle), now - Span);
        if (tries is null) return 0;
        lock (tries)
        {
            tries.RemoveAll(at => at < now - Span);
            return tries.Count < Tries ? 0 : (int)Math.Ceiling((tries[0] + Span - now).TotalMinutes);
        }
    }

    public void Missed(Handle handle, Instant now)
    {
        var key = KeyOf(handle);
        var tries = wrong.Find(key, now - Span) ?? [];
        lock (tries) tries.Add(now);
        wrong.Keep(key, tries, now);
    }

    private static string KeyOf(Handle handle) => $"{handle.Channel}\n{handle.Tenant}\n{handle.User}";
}
