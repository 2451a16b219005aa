using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Language;
using SonicBridge.Local.View.Graph;

namespace SonicBridge.Local.Tests.View.Graph;

public sealed class ItemNamesTests
{
    [Theory]
    [InlineData("$.percentages", """{"percentages":[10,"all",33.5]}""", "10 %", "#2", "33.5 %")]
    [InlineData("$.percentages", """{"percentages":[10]}""", "10 %", "#2", "#3")]
    [InlineData("$.percentages", """{}""", "#1", "#2", "#3")]
    [InlineData("$.percentages", null, "#1", "#2", "#3")]
    [InlineData("$.flows", """{"flows":[10]}""", "#1", "#2", "#3")]
    public void An_item_is_named_by_its_share_or_else_by_its_number(
        string path,
        string? input,
        params string[] expected
    )
    {
        var names = ItemNames.Of(
            new MapState
            {
                Name = "Shift",
                ItemProcessor = new StateFlow("Do", new Dictionary<string, State>()),
                ItemsPath = PathExpression.ParsePath(path),
                MaxConcurrency = new WholeNumber("MaxConcurrency", 1, null),
            },
            input
        );

        Enumerable.Range(0, expected.Length).Select(index => names[index]).ShouldBe(expected);
    }
}
