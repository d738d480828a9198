using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("AllianceBot.Channels.Teams.Tests")]
[assembly: InternalsVisibleTo("AllianceBot.Channels.BotBuilder")]
