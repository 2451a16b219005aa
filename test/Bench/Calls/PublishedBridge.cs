namespace SonicBridge.Bench.Calls;

/// <summary>The product's bridge as it is deployed: compiled ahead of time.</summary>
internal static class PublishedBridge
{
    private const string DisplayName = "SonicBridge";

    /// <summary>Publishes it. With nothing changed since the last time, this takes some seconds.</summary>
    /// <exception cref="NotReadyException">It cannot be published.</exception>
    public static async Task<Contender> PublishAsync(Action<string> say, CancellationToken cancellationToken)
    {
        await PublishedProduct.PublishAsync("the bridge", "bridge/SonicBridge.Bridge.csproj", say, cancellationToken);
        return At(Path.Join(PublishedProduct.Folder, "bridge"));
    }

    /// <exception cref="NotReadyException">There is no such file.</exception>
    public static Contender At(string path) =>
        File.Exists(path)
            ? new Contender(DisplayName, Path.GetFullPath(path), [])
            : throw new NotReadyException(
                $"'{path}' is not there: run `dotnet publish bridge -c Release -o <folder>` and give <folder>/bridge."
            );
}
