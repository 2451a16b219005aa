using SonicBridge.Local.Call;

namespace SonicBridge.Bench.Calls;

/// <summary>The product's bridge as it is deployed: compiled ahead of time.</summary>
internal static class PublishedBridge
{
    private const string DisplayName = "SonicBridge";

    /// <summary>Publishes it. With nothing changed since the last time, this takes some seconds.</summary>
    /// <exception cref="NotReadyException">It cannot be published.</exception>
    public static async Task<Contender> PublishAsync(Action<string> say, CancellationToken cancellationToken)
    {
        var repository = Product.Built.Repository;
        var folder = Path.Join(repository, "artifacts", "bench");
        var project = Path.Join(repository, "bridge", "SonicBridge.Bridge.csproj");
        say("publishing the bridge (native AOT)…");
        var (exitCode, said) = await ToolRun.AskAsync(
            "dotnet",
            ["publish", project, "-c", "Release", "-o", folder, "--nologo"],
            cancellationToken
        );
        return exitCode == 0
            ? At(Path.Join(folder, "bridge"))
            : throw new NotReadyException(
                $"The bridge cannot be published (native AOT needs clang or gcc, and zlib1g-dev):\n{said}"
            );
    }

    /// <exception cref="NotReadyException">There is no such file.</exception>
    public static Contender At(string path) =>
        File.Exists(path)
            ? new Contender(DisplayName, Path.GetFullPath(path), [])
            : throw new NotReadyException(
                $"'{path}' is not there: run `dotnet publish bridge -c Release -o <folder>` and give <folder>/bridge."
            );
}
