using System.Globalization;

namespace Aspire.Hosting.Dashboard.Process;

/// <summary>
/// The variables of the dashboard's process, and there are no others: it would read <c>ASPNETCORE_</c>, <c>Kestrel__</c>,
/// <c>Logging__</c> and <c>OTEL_</c> settings of the AppHost as its own, and with an inherited invariant globalization it crashes.
/// </summary>
internal static class DashboardEnvironment
{
    /// <summary>What a program needs of the machine: to find its libraries, its temporary folder, its time zone.</summary>
    private static readonly string[] _machine =
    [
        "PATH", "TMPDIR", "TZ", "LANG", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SSL_CERT_DIR", "SSL_CERT_FILE", "USER", "LOGNAME",
        "SystemRoot", "windir", "SystemDrive", "TEMP", "TMP", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "ProgramData", "PATHEXT",
    ];

    /// <summary>All variables.</summary>
    /// <param name="settings">Addresses and secrets.</param>
    /// <param name="resourceService">Where our resource service listens.</param>
    /// <param name="home">Stands in for the home folder; the keys that sign its cookies are stored below it.</param>
    /// <param name="machine">Reads a variable of this process.</param>
    public static Dictionary<string, string> Create(DashboardSettings settings, Uri resourceService, string home, Func<string, string?> machine)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in _machine)
        {
            if (machine(name) is { } value)
                variables[name] = value;
        }

        foreach (var (name, value) in settings.PassedOn)
            variables[name] = value;

        // A certificate for https is looked for below the user's home.
        variables["HOME"] = settings.Frontend.Any(address => address.Scheme == "https")
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)
            : home;
        variables["ASPNETCORE_ENVIRONMENT"] = "Production";
        variables["ASPNETCORE_URLS"] = string.Join(';', settings.Frontend.Select(address => address.Binding));
        variables["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = settings.OtlpGrpc.Binding;
        variables["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = settings.OtlpHttp.Binding;
        variables["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = resourceService.ToString();
        variables["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "ApiKey";
        variables["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = settings.ResourceServiceApiKey;
        variables["DASHBOARD__FRONTEND__AUTHMODE"] = settings.AllowsAnonymous ? "Unsecured" : "BrowserToken";
        variables["DASHBOARD__FRONTEND__BROWSERTOKEN"] = settings.BrowserToken;
        variables["DASHBOARD__OTLP__AUTHMODE"] = settings.AllowsAnonymous ? "Unsecured" : "ApiKey";
        variables["DASHBOARD__OTLP__PRIMARYAPIKEY"] = settings.OtlpApiKey;
        variables["LOGGING__CONSOLE__FORMATTERNAME"] = "json";

        // It prints its login address at information level, with the token in it. We print it ourselves, to the terminal only.
        variables["LOGGING__LOGLEVEL__ASPIRE.DASHBOARD.DASHBOARDWEBAPPLICATION"] = "Warning";

        // One call that a browser tab gives up is no news.
        variables["LOGGING__LOGLEVEL__GRPC"] = "Warning";

        // A tab closed while its page was being drawn is an unhandled exception to it, with a stack trace.
        variables["LOGGING__LOGLEVEL__MICROSOFT.ASPNETCORE.COMPONENTS.SERVER.CIRCUITS"] = "None";

        // While the services start it compiles nothing a second time (2 s, in hexadecimal milliseconds, without a new method come first), counts no
        // calls for that, and lets no idle thread spin: one person looks at its pages.
        variables["DOTNET_TieredPGO"] = "0";
        variables["DOTNET_TC_CallCountingDelayMs"] = "7D0";
        variables["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";

        // It watches this process and ends with it, also when we are killed.
        variables["ASPIRE_CLI_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return variables;
    }
}
