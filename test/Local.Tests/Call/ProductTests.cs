using SonicBridge.Local.Call;

namespace SonicBridge.Local.Tests.Call;

public sealed class ProductTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("product-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_published_product_is_its_two_programs_and_this_repositorys_files()
    {
        var (steps, bridge) = (Program("SonicBridge.Steps"), Program("bridge"));

        var product = Product.PublishedIn(_folder.FullName);

        product.ShouldBe(Product.Built with { Steps = steps, Bridge = bridge });
        product.Machine("CallStateMachine").ShouldContain("LaunchBridge");
    }

    [Theory]
    [InlineData("bridge", "dotnet publish src/Steps -c Release")]
    [InlineData("SonicBridge.Steps", "dotnet publish bridge -c Release")]
    public void A_program_that_was_not_published_is_named_with_the_command(string there, string command)
    {
        Program(there);

        Should
            .Throw<FileNotFoundException>(() => Product.PublishedIn(_folder.FullName))
            .Message.ShouldContain($"{command} -o {_folder.FullName}");
    }

    private string Program(string name)
    {
        var file = Path.Join(_folder.FullName, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
        File.WriteAllText(file, "");
        return file;
    }
}
