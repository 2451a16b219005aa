using SonicBridge.Bench.Pages;
using SonicBridge.Bench.Pictures;
using SonicBridge.Local.Call;

namespace SonicBridge.Bench.Tests.Pages;

public sealed class PagesTests
{
    public static TheoryData<string> Files => [.. AllPages.Kept().Select(static page => page.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_page_is_what_its_results_and_prices_make_of_it(string file)
    {
        var page = AllPages.Kept().Single(page => page.File == file);

        page.Fill()
            .ShouldBe(page.Text.ReplaceLineEndings("\n"), "run `dotnet run -c Release --project test/Bench -- pages`");
    }

    [Fact]
    public void Each_picture_is_there_and_shown_by_a_page()
    {
        var pages = string.Concat(AllPages.Kept().Select(static page => page.Text));
        foreach (var file in AllPictures.Files)
        {
            File.Exists(Path.Join(Product.Built.Repository, file)).ShouldBeTrue();
            pages.ShouldContain(Path.GetFileName(file));
        }
    }

    [Fact]
    public void A_page_without_its_mark_is_refused() =>
        Should
            .Throw<InvalidDataException>(() =>
                new Page("docs/cost.md", new Dictionary<string, string> { ["nowhere"] = "" }).Fill()
            )
            .Message.ShouldContain("<!-- bench: nowhere -->");

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1234.5, "1,234.50")]
    [InlineData(0.038, "0.038")]
    [InlineData(0.0000123456, "0.000012")]
    public void Dollars_keep_two_digits_that_count(double usd, string text) => Number.Usd(usd).ShouldBe(text);
}
