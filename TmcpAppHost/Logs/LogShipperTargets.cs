namespace Tmcp.AppHost.Logs;

/// <summary>Where the lines go.</summary>
internal sealed record LogShipperTargets(EndpointReference Store, EndpointReference Agent);
