using AllianceBot.Conversation;
using AllianceBot.Engine;

namespace AllianceBot.Wiring;

/// <summary>Wires the conversation.</summary>
internal static class Talking
{
    public static void Add(IServiceCollection services, BotSettings settings, bool isDevelopment)
    {
        var converse = new ConverseSettings(AnyoneCreates: isDevelopment)
        {
            CreatorTenants = settings.CreateTenants,
            Creators = settings.CreatePeople,
        };
        services.AddSingleton(all => new Converse(
            all.GetRequiredService<IAlliances>(), all.GetRequiredService<IDirectory>(), all.GetRequiredService<IShow>(), converse));
        services.AddSingleton<IConverse>(static all => all.GetRequiredService<Converse>());
    }
}
