namespace AllianceBot.Domain;

/// <summary>Something about digests.</summary>
public abstract record DigestCommand(AskId Ask) : Command(Ask);

/// <summary>Says when and how the asker wants the weekly digest.</summary>
public sealed record SetDigest(DigestWish Wish, AskId Ask) : DigestCommand(Ask);

/// <summary>Puts a sentence of the doing side beside what the next digests say about a promise.</summary>
public sealed record RemarkOn(CommitmentId Commitment, Words Said, AskId Ask) : DigestCommand(Ask);
