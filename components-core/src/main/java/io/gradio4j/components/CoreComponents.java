package io.gradio4j.components;

import io.gradio4j.Accordion;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.Draggable;
import io.gradio4j.Form;
import io.gradio4j.Group;
import io.gradio4j.Row;
import io.gradio4j.Sidebar;
import io.gradio4j.Step;
import io.gradio4j.Tab;
import io.gradio4j.Tabs;
import io.gradio4j.Walkthrough;
import io.gradio4j.components.browserstate.BrowserState;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.chatbot.Chatbot;
import io.gradio4j.components.checkbox.Checkbox;
import io.gradio4j.components.checkboxgroup.CheckboxGroup;
import io.gradio4j.components.code.Code;
import io.gradio4j.components.colorpicker.ColorPicker;
import io.gradio4j.components.dataframe.Dataframe;
import io.gradio4j.components.dataframe.Table;
import io.gradio4j.components.dataset.Dataset;
import io.gradio4j.components.datetime.DateTime;
import io.gradio4j.components.dialogue.Dialogue;
import io.gradio4j.components.dropdown.Dropdown;
import io.gradio4j.components.highlightedtext.HighlightedText;
import io.gradio4j.components.html.HTML;
import io.gradio4j.components.json.JSON;
import io.gradio4j.components.download.DownloadButton;
import io.gradio4j.components.file.File;
import io.gradio4j.components.fileexplorer.FileExplorer;
import io.gradio4j.components.label.Label;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.nativeplot.LinePlot;
import io.gradio4j.components.navbar.Navbar;
import io.gradio4j.components.multimodaltextbox.MultimodalTextbox;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.components.paramviewer.ParamViewer;
import io.gradio4j.components.plot.Figure;
import io.gradio4j.components.plot.Plot;
import io.gradio4j.components.radio.Radio;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.components.timer.Timer;
import io.gradio4j.components.upload.UploadButton;
import io.gradio4j.spi.ComponentProvider;
import io.gradio4j.spi.ComponentType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The components of this jar. */
public final class CoreComponents implements ComponentProvider {

    /** Made by the service loader. */
    public CoreComponents() {
    }

    @Override
    public List<ComponentType> components() {
        return List.of(
                layout("row", Row.class),
                layout("column", Column.class),
                layout("group", Group.class),
                layout("form", Form.class),
                layout("tabs", Tabs.class),
                layout("tabitem", Tab.class),
                layout("accordion", Accordion.class),
                layout("sidebar", Sidebar.class),
                ComponentType.of("walkthrough", Walkthrough.class).module("walkthrough/walkthrough.js"),
                ComponentType.of("walkthroughstep", Step.class).module("walkthrough/walkthrough.js"),
                ComponentType.of("draggable", Draggable.class).module("draggable/draggable.js"),
                ComponentType.of("textbox", Textbox.class, Textbox::new).module("textbox/textbox.js").forValues(String.class),
                ComponentType.of("number", NumberField.class, NumberField::new).module("number/number.js").forValues(double.class,
                        Double.class, float.class, Float.class, int.class, Integer.class, long.class, Long.class, short.class, Short.class,
                        byte.class, Byte.class),
                ComponentType.of("slider", Slider.class, Slider::new).module("slider/slider.js"),
                ComponentType.of("checkbox", Checkbox.class, Checkbox::new).module("checkbox/checkbox.js").forValues(boolean.class,
                        Boolean.class),
                ComponentType.of("button", Button.class, Button::new).module("button/button.js"),
                ComponentType.of("uploadbutton", UploadButton.class).module("upload/upload.js"),
                ComponentType.of("downloadbutton", DownloadButton.class, DownloadButton::new).module("download/download.js"),
                new ComponentType("file", File.class, Optional.of(File::asPath), Optional.of("file/file.js"), List.of(Path.class)),
                ComponentType.of("browserstate", BrowserState.class).module("browserstate/browserstate.js"),
                ComponentType.of("navbar", Navbar.class).module("navbar/navbar.js"),
                ComponentType.of("markdown", Markdown.class, Markdown::new).module("markdown/markdown.js"),
                ComponentType.of("label", Label.class, Label::new).module("label/label.js"),
                ComponentType.of("dropdown", Dropdown.class, Dropdown::new).module("dropdown/dropdown.js"),
                ComponentType.of("colorpicker", ColorPicker.class, ColorPicker::new).module("colorpicker/colorpicker.js"),
                ComponentType.of("datetime", DateTime.class, DateTime::asInstant).module("datetime/datetime.js"),
                ComponentType.of("highlightedtext", HighlightedText.class, HighlightedText::new).module("highlightedtext/highlightedtext.js"),
                ComponentType.of("dialogue", Dialogue.class, Dialogue::asText).module("dialogue/dialogue.js"),
                ComponentType.of("fileexplorer", FileExplorer.class, FileExplorer::asPaths).module("fileexplorer/fileexplorer.js"),
                ComponentType.of("html", HTML.class, HTML::new).module("html/html.js"),
                ComponentType.of("json", JSON.class, JSON::new).module("json/json.js"),
                ComponentType.of("paramviewer", ParamViewer.class).module("paramviewer/paramviewer.js"),
                ComponentType.of("radio", Radio.class, Radio::new).module("radio/radio.js"),
                ComponentType.of("checkboxgroup", CheckboxGroup.class, CheckboxGroup::new).module("checkboxgroup/checkboxgroup.js"),
                ComponentType.of("dataframe", Dataframe.class, Dataframe::new).module("dataframe/dataframe.js").forValues(Table.class),
                ComponentType.of("dataset", Dataset.class).module("dataset/dataset.js"),
                ComponentType.of("multimodaltextbox", MultimodalTextbox.class, MultimodalTextbox::new)
                        .module("multimodaltextbox/multimodaltextbox.js"),
                ComponentType.of("chatbot", Chatbot.class, Chatbot::new).module("chatbot/chatbot.js"),
                ComponentType.of("nativeplot", LinePlot.class, LinePlot::new).module("nativeplot/nativeplot.js"),
                ComponentType.of("plot", Plot.class, Plot::new).module("plot/plot.js").forValues(Figure.class),
                ComponentType.of("code", Code.class, Code::new).module("code/code.js"),
                ComponentType.of("timer", Timer.class));
    }

    private static ComponentType layout(String type, Class<? extends Block> layout) {
        return ComponentType.of(type, layout).module("layout/layout.js");
    }
}
