using SonicBridge.Bench.Calls;
using SonicBridge.Local.Call;

namespace SonicBridge.Bench;

/// <summary>What is measured as it is deployed: compiled ahead of time, all in one folder.</summary>
internal static class PublishedProduct
{
    /// <summary>Where <c>dotnet publish</c> puts it.</summary>
    public static string Folder { get; } = Path.Join(Product.Built.Repository, "artifacts", "bench");

    /// <summary>Publishes the functions: one executable is all of them.</summary>
    /// <returns>The executable.</returns>
    /// <inheritdoc cref="PublishAsync"/>
    public static async Task<string> PublishStepsAsync(Action<string> say, CancellationToken cancellationToken)
    {
        await PublishAsync("the functions", "src/Steps/SonicBridge.Steps.csproj", say, cancellationToken);
        return Path.Join(Folder, "SonicBridge.Steps");
    }

    /// <summary>Publishes a project. With nothing changed since the last time, this takes some seconds.</summary>
    /// <param name="what">What it is, with its article.</param>
    /// <param name="project">Its path in the repository.</param>
    /// <exception cref="NotReadyException">It cannot be published.</exception>
    public static async Task PublishAsync(
        string what,
        string project,
        Action<string> say,
        CancellationToken cancellationToken
    )
    {
        say($"publishing {what} (native AOT)…");
        var (exitCode, said) = await ToolRun.AskAsync(
            "dotnet",
            ["publish", Path.Join(Product.Built.Repository, project), "-c", "Release", "-o", Folder, "--nologo"],
            cancellationToken
        );
        if (exitCode != 0)
        {
            throw new NotReadyException(
                $"{char.ToUpperInvariant(what[0])}{what[1..]} cannot be published (native AOT needs clang or gcc, and zlib1g-dev):\n{said}"
            );
        }
    }
}
