namespace AllianceBot.Domain;

/// <summary>Something about how much somebody gives to the alliance.</summary>
public abstract record LoadCommand(AskId Ask) : Command(Ask);

/// <summary>The asker's own hours a month for the alliance; null for no limit.</summary>
public sealed record SetOwnBudget(int? Hours, AskId Ask) : LoadCommand(Ask);

/// <summary>A partner's hours a month for the alliance; null for no limit.</summary>
public sealed record SetPartnerBudget(PartnerId Partner, int? Hours, AskId Ask) : LoadCommand(Ask);
