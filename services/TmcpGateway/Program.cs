using Tmcp.Gateway;

ProcessSettings.Apply();
try
{
    await GatewayApplication.Create(args).RunAsync();
    return 0;
}
catch (Exception failure) when (StartFailure.Describe(failure) is { } message)
{
    await Console.Error.WriteLineAsync(message);
    return 1;
}
