namespace AllianceBot.Cards;

/// <summary>Something wrong in a file under cards/: where it is and what to do about it.</summary>
public sealed record CardFault(string File, int Line, string Path, string Message)
{
    public override string ToString() => Path.Length == 0 ? $"{File}({Line}): {Message}" : $"{File}({Line}): {Path}: {Message}";
}
