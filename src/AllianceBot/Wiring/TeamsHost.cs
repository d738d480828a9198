using AllianceBot.Channels.Teams;
#if BOT_FRAMEWORK_SDK
using AllianceBot.Channels.BotBuilder;
#endif

namespace AllianceBot.Wiring;

/// <summary>Who speaks the protocol of Microsoft Teams: the bot itself, or the Bot Framework SDK where the program was built with it.</summary>
internal static class TeamsHost
{
    private const string Native = "native";
    private const string Sdk = "sdk";

#if BOT_FRAMEWORK_SDK
    private static readonly string[] Built = [Sdk, Native];
#else
    private static readonly string[] Built = [Native];
#endif

    /// <summary>What is wrong with the setting, or null.</summary>
    public static string? Fault(TeamsSettings settings) => Chosen(settings) switch
    {
        var host when Built.Contains(host) => null,
        Sdk => "Teams:Host is 'sdk': this program was built without it; build it with -p:BotFrameworkSdk=true.",
        var host => $"Teams:Host is '{host}'; it should be {string.Join(" or ", Built)}.",
    };

    /// <summary>The SDK's own keys for what ours say too.</summary>
    public static IReadOnlyDictionary<string, string?> Keys(IConfiguration configuration)
    {
#if BOT_FRAMEWORK_SDK
        return SdkKeys.ToOurs(configuration);
#else
        return new Dictionary<string, string?>();
#endif
    }

    public static void Add(IServiceCollection services, TeamsSettings settings)
    {
#if BOT_FRAMEWORK_SDK
        if (Chosen(settings) == Sdk)
        {
            services.AddBotBuilderChannel(settings);
            return;
        }
#endif
        services.AddTeamsChannel(settings);
    }

    private static string Chosen(TeamsSettings settings) => settings.Host.Length > 0 ? settings.Host.ToLowerInvariant() : Built[0];
}
