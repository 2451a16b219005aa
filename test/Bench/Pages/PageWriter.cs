using SonicBridge.Bench.Pictures;
using SonicBridge.Bench.Results;

namespace SonicBridge.Bench.Pages;

/// <summary>Makes pages and pictures anew from what is kept.</summary>
internal static class PageWriter
{
    public static void Write(Action<string> say)
    {
        foreach (var page in AllPages.Kept())
        {
            page.Write();
            say($"wrote {page.File}");
        }

        foreach (var picture in AllPictures.Draw(ResultFiles.Calls.Read(), ResultFiles.Polls.Read()))
        {
            say($"drew {picture}");
        }
    }
}
