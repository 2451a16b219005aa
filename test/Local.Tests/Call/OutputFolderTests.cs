using SonicBridge.Local.Call;

namespace SonicBridge.Local.Tests.Call;

public sealed class OutputFolderTests : IDisposable
{
    private readonly DirectoryInfo _here = Directory.CreateTempSubdirectory("output-");

    public void Dispose() => _here.Delete(recursive: true);

    [Fact]
    public void A_folder_that_was_made_and_got_nothing_is_gone_with_the_folders_above_it()
    {
        using (OutputFolder.Prepare(Path.Join(_here.FullName, "a", "b")))
        {
            Directory.Exists(Path.Join(_here.FullName, "a", "b")).ShouldBeTrue();
        }

        _here.EnumerateFileSystemInfos().ShouldBeEmpty();
        _here.Exists.ShouldBeTrue();
    }

    [Fact]
    public void What_was_written_is_kept()
    {
        var folder = Path.Join(_here.FullName, "a", "b");
        using (OutputFolder.Prepare(folder))
        {
            File.WriteAllText(Path.Join(folder, "report.md"), "");
        }

        File.Exists(Path.Join(folder, "report.md")).ShouldBeTrue();
    }

    [Fact]
    public void An_empty_folder_of_somebody_elses_is_kept()
    {
        using (OutputFolder.Prepare(_here.FullName)) { }

        Directory.Exists(_here.FullName).ShouldBeTrue();
    }

    [Fact]
    public void Where_nothing_can_be_written_the_sentence_names_folder_and_option()
    {
        var file = Path.Join(_here.FullName, "file");
        File.WriteAllText(file, "");

        var refusal = Should.Throw<IOException>(() => OutputFolder.Prepare(Path.Join(file, "out"))).Message;

        refusal.ShouldStartWith($"Nothing can be written to the folder '{Path.Join(file, "out")}': ");
        refusal.ShouldEndWith("Give another by --out.");
    }
}
