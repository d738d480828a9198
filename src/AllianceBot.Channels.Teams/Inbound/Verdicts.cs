using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AllianceBot.Channels.Teams;

/// <summary>What a valid token says: for which connector, for which channels its key may speak, until when.</summary>
internal sealed record Verdict(string ServiceUrl, IReadOnlyList<string> Endorsements, double Until);

/// <summary>
/// Checks inbound tokens. A good verdict is kept by the token's hash until the token ends or the keys change; bad ones are
/// not kept, so that nobody can fill the memory with them.
/// </summary>
internal sealed class Verdicts(SigningKeys keys, TeamsSettings settings, TimeProvider time)
{
    private const int UsualToken = 2_048;

    private readonly ConcurrentDictionary<(UInt128, UInt128), Verdict> good = new();
    private readonly ConditionalWeakTable<string, Verdict> byHeader = [];
    private volatile KeySet? madeWith;

    /// <summary>
    /// The verdict that is kept of the token in a header; null when none is. A connection that sends the same header again is
    /// handed the very same string by the server: of that nothing has to be read or hashed again.
    /// </summary>
    public Verdict? Find(string? header)
    {
        Forget();
        if (header is null) return null;
        if (byHeader.TryGetValue(header, out var again)) return IsTimely(again) ? again : null;
        var with = madeWith;
        if (!good.TryGetValue(HashOf(BearerToken.In(header)), out var known) || !IsTimely(known)) return null;
        byHeader.TryAdd(header, known);
        // Keys that changed meanwhile have emptied the memory, perhaps before this was put there.
        if (!ReferenceEquals(with, madeWith)) byHeader.Remove(header);
        return known;
    }

    /// <summary>Checks a token of which no verdict is kept: the verdict, or none and why; "keys" when it cannot be told now.</summary>
    public async Task<(Verdict? Verdict, string Fault)> CheckAsync(string token, CancellationToken ct)
    {
        var with = madeWith;
        if (BearerToken.Read(token, settings, time.GetUtcNow(), out var fault) is not { } read) return (null, fault);
        if (await keys.GetAsync(ct) is not { } set) return (null, "keys");
        if ((set.Find(read.KeyId) ?? (await keys.ForceAsync(ct))?.Find(read.KeyId)) is not { } key) return (null, "key");
        if (!key.Verifies(read.Signed.Span, read.Signature.Span)) return (null, "signature");
        var verdict = new Verdict(read.ServiceUrl, key.Endorsements, read.Expires + BearerToken.Skew.TotalSeconds);
        if (good.Count >= settings.Verdicts) good.Clear();

        // Read anew meanwhile, the keys may no longer hold this one: the next call tells.
        if (ReferenceEquals(keys.Current, with)) good[HashOf(token)] = verdict;
        return (verdict, "");
    }

    /// <summary>A key that was taken back takes back what it had signed.</summary>
    private void Forget()
    {
        var set = keys.Current;
        if (ReferenceEquals(set, madeWith)) return;
        madeWith = set;
        good.Clear();
        byHeader.Clear();
    }

    private bool IsTimely(Verdict verdict) => BearerToken.Seconds(time.GetUtcNow()) < verdict.Until;

    private static (UInt128, UInt128) HashOf(ReadOnlySpan<char> token)
    {
        var bytes = token.Length <= UsualToken ? stackalloc byte[UsualToken] : new byte[token.Length];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.ASCII.GetBytes(token, bytes)], hash);
        var halves = MemoryMarshal.Cast<byte, UInt128>(hash);
        return (halves[0], halves[1]);
    }
}
