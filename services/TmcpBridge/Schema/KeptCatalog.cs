namespace Tmcp.Bridge.Schema;

/// <summary>A catalog with the time at which it is to be read again, wherever it was kept meanwhile.</summary>
internal sealed record KeptCatalog(CollectionCatalog Catalog, DateTimeOffset GoodUntil);
