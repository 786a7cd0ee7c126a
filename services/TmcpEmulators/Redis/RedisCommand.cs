using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace TmcpEmulators.Redis;

/// <summary>The sub-command <c>redis</c>.</summary>
internal static class RedisCommand
{
    private static readonly Option<int?> Port = new("--port")
    {
        Description = $"Port to listen on; 0 takes a free one. Default: the variable REDIS_PORT, else {RedisSettings.DefaultPort}.",
    };

    private static readonly Option<string> Bind = new("--bind")
    {
        Description = "Address to listen on.",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the append-only file. Without it nothing is kept over a restart.",
    };

    private static readonly Option<string> Password = new("--password-from-env")
    {
        Description = "Name of the environment variable that holds the password. Nothing in it: no password.",
        DefaultValueFactory = _ => RedisSettings.DefaultPasswordVariable,
    };

    private static readonly Option<string> Fsync = new("--appendfsync")
    {
        Description = "When data is forced to the disk: always, everysec or no.",
        DefaultValueFactory = _ => "everysec",
    };

    private static readonly Option<string> MaxMemory = new("--maxmemory")
    {
        Description = "Size of the data above which writing is refused, such as 256mb; 0 for no bound.",
        DefaultValueFactory = _ => "512mb",
    };

    public static Command Create()
    {
        Port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var port) && port is < 0 or > 65535)
                result.AddError("--port: the value is out of range. Give a port from 1 to 65535, or 0 for a free one.");
        });
        Bind.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !IPAddress.TryParse(token.Value, out _))
                result.AddError($"--bind: '{token.Value}' is not an IP address. Give one such as 127.0.0.1 or 0.0.0.0.");
        });
        Fsync.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && FsyncNames.Parse(token.Value) is null)
                result.AddError($"--appendfsync: '{token.Value}' is none of always, everysec, no.");
        });
        MaxMemory.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && ByteSize.Parse(token.Value) is null)
                result.AddError($"--maxmemory: '{token.Value}' is not a size. Give bytes, or a number with kb, mb or gb.");
        });

        var command = new Command("redis", "Redis' protocol and data types, kept in an append-only file.") { Port, Bind, Data, Password, Fsync, MaxMemory };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new RedisSettings
            {
                Port = parsed.GetValue(Port) ?? PortFromEnvironment(),
                Bind = parsed.GetValue(Bind)!,
                DataFolder = parsed.GetValue(Data),
                Password = Environment.GetEnvironmentVariable(parsed.GetValue(Password)!) is { Length: > 0 } password ? password : null,
                Fsync = FsyncNames.Parse(parsed.GetValue(Fsync)!)!.Value,
                MaxMemory = ByteSize.Parse(parsed.GetValue(MaxMemory)!)!.Value,
            },
            cancellationToken));
        return command;
    }

    private static int PortFromEnvironment() =>
        int.TryParse(Environment.GetEnvironmentVariable("REDIS_PORT"), out var port) && port is >= 0 and <= 65535 ? port : RedisSettings.DefaultPort;

    private static async Task<int> RunAsync(RedisSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await RedisHost.RunAsync(settings, cancellationToken);
            return 0;
        }
        catch (Exception exception) when (exception is InvalidDataException or UnauthorizedAccessException or IOException)
        {
            var hint = exception is IOException { InnerException: AddressInUseException } ? " Stop what listens there, or choose another port with --port." : "";
            await Console.Error.WriteLineAsync($"The emulator of Redis could not start: {exception.Message}{hint}");
            return 1;
        }
    }
}
