using System.Reflection;
using System.Runtime.Loader;
using SharpFuzz;

namespace SonicBridge.Fuzz.Coverage;

/// <summary>
/// The product's assemblies with SharpFuzz's instrumentation, in copies, and this program once more on top of them: what
/// runs in this context counts its edges.
/// </summary>
internal sealed class InstrumentedProduct : AssemblyLoadContext, IDisposable
{
    private static readonly string[] s_product = ["bridge", "sonicbridge-local", "SonicBridge.Steps"];
    private static readonly string s_self = typeof(InstrumentedProduct).Assembly.GetName().Name!;

    private readonly string _folder;

    private InstrumentedProduct(string folder)
        : base("instrumented", isCollectible: false) => _folder = folder;

    /// <summary>Copies the product, instruments what a target reads, and loads it.</summary>
    /// <param name="code">By assembly, the beginnings of the names of the types whose edges count.</param>
    public static InstrumentedProduct Load(IReadOnlyDictionary<string, string[]> code)
    {
        var folder = Directory.CreateTempSubdirectory("sonicbridge-fuzz-").FullName;
        foreach (var name in s_product.Append(s_self))
        {
            var copy = Path.Join(folder, $"{name}.dll");
            File.Copy(Path.Join(AppContext.BaseDirectory, $"{name}.dll"), copy);
            if (code.TryGetValue(name, out var types))
            {
                _ = Fuzzer
                    .Instrument(
                        copy,
                        type => types.Any(start => type.StartsWith(start, StringComparison.Ordinal)),
                        Options.Value
                    )
                    .Count();
                EdgeNumbers.Settle(copy);
            }
        }

        return new InstrumentedProduct(folder);
    }

    /// <summary>This program's own type, as it is in this context.</summary>
    public Type Counterpart(Type type) => LoadFromAssemblyName(new AssemblyName(s_self)).GetType(type.FullName!, true)!;

    // The copies stay loaded until the process ends; on Linux and macOS their files may go before.
    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var copy = Path.Join(_folder, $"{assemblyName.Name}.dll");
        return File.Exists(copy) ? LoadFromAssemblyPath(copy) : null;
    }
}
